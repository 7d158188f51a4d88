import { strFromU8, unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { srgbProfile } from '../../src/writers/pdf/srgb-profile.ts';
import { fileOf } from '../support/build.ts';
import { marketFile } from '../support/market.ts';
import { allElements, parseXml, textOf } from '../support/xml.ts';

const TITLE = 'R&D <tools> "and" more';

const pdf = async (pdfa: boolean): Promise<string> => {
  const bytes = new TextEncoder().encode(JSON.stringify(marketFile({ title: TITLE })));
  return strFromU8(fileOf(await compile({ path: 'example.json', bytes }, { formats: ['pdf'], pdfa }, nodeEnv()), 'pdf'), true);
};

const packetOf = (file: string): string => {
  const bytes = Uint8Array.from(file, (c) => c.charCodeAt(0));
  const text = strFromU8(bytes);
  return /<x:xmpmeta.*?<\/x:xmpmeta>/s.exec(text)?.[0] ?? '';
};

describe('the metadata of a PDF', () => {
  it.each([false, true])('is well-formed whatever the title holds, and says the same as its information (PDF/A: %s)', async (pdfa) => {
    const file = await pdf(pdfa);
    const packet = parseXml(packetOf(file));
    expect(allElements(packet, 'dc:title').map(textOf)).toEqual([TITLE]);
    expect(allElements(packet, 'pdfuaid:part').map(textOf)).toEqual(['1']);
    expect(allElements(packet, 'xmp:CreateDate').map(textOf)).toEqual(allElements(packet, 'xmp:ModifyDate').map(textOf));
    const day = (allElements(packet, 'xmp:CreateDate').map(textOf)[0] ?? '').slice(0, 10).replaceAll('-', '');
    for (const name of ['CreationDate', 'ModDate']) {
      const object = new RegExp(`/${name} (\\d+) 0 R`).exec(file)?.[1];
      expect(new RegExp(`\\n${object} 0 obj\\n\\(D:(\\d{8})`).exec(file)?.[1]).toBe(day);
    }
  });

  it('labels pages as the report numbers them', async () => {
    expect(await pdf(false)).toMatch(/\/PageLabels <<\s*\/Nums \[0 <<\s*\/S \/r\s*>> 1 <<\s*\/S \/D\s*\/St 2\s*>>\]/);
  });
});

describe('a PDF for archives', () => {
  it('claims PDF/A-3a beside PDF/UA-1, and describes the latter', async () => {
    const packet = parseXml(packetOf(await pdf(true)));
    expect(allElements(packet, 'pdfaid:part').map(textOf)).toEqual(['3']);
    expect(allElements(packet, 'pdfaid:conformance').map(textOf)).toEqual(['A']);
    expect(allElements(packet, 'pdfaSchema:prefix').map(textOf)).toEqual(['pdfuaid']);
  });

  it('names its colours by a profile of three components', async () => {
    const file = await pdf(true);
    expect(file.match(/\/S \/GTS_PDFA1/g)).toHaveLength(1);
    const profile = /\/DestOutputProfile (\d+) 0 R/.exec(file)?.[1];
    expect(file).toMatch(new RegExp(`\\n${profile} 0 obj\\n<<[^>]*/N 3`));
    expect(file).toContain(strFromU8(srgbProfile(), true));
  });

  it('is not encrypted, has an identifier, and holds no script, file or list of glyphs', async () => {
    const file = await pdf(true);
    expect(file).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    for (const never of ['/Encrypt', '/JavaScript', '/Launch', '/EmbeddedFile', '/CIDSet', '/LZWDecode']) expect(file).not.toContain(never);
  });

  it('prints its links and embeds its fonts, each with its text', async () => {
    const file = await pdf(true);
    const links = [...file.matchAll(/\/Subtype \/Link.*?endobj/gs)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((l) => !/\/F 4\b/.test(l))).toEqual([]);
    const fonts = file.match(/\/Subtype \/Type0/g)?.length ?? 0;
    expect(fonts).toBeGreaterThan(0);
    expect(file.match(/\/FontFile2 /g)).toHaveLength(fonts);
    expect(file.match(/\/ToUnicode /g)).toHaveLength(fonts);
  });

  it('sets colours in RGB alone', async () => {
    const bytes = Uint8Array.from(await pdf(true), (c) => c.charCodeAt(0));
    const file = strFromU8(bytes, true);
    const contents = [...file.matchAll(/\/Filter \/FlateDecode[^>]*>>\s*stream\n/g)].flatMap((m) => {
      try {
        return [strFromU8(unzlibSync(bytes.subarray(m.index + m[0].length)), true)];
      } catch {
        return [];
      }
    });
    expect(contents.some((c) => / rg\b/.test(c))).toBe(true);
    expect(contents.filter((c) => c.includes(' Tj') && /(?:^|\s)[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK]\s/.test(c))).toEqual([]);
  });

  it('is left alone where nobody asks', async () => {
    const file = await pdf(false);
    expect(file).not.toContain('pdfaid');
    expect(file).not.toContain('OutputIntent');
  });
});

describe('the profile of sRGB', () => {
  it('has the size its header says, and its tags inside of it', () => {
    const profile = srgbProfile();
    const view = new DataView(profile.buffer);
    expect(view.getUint32(0)).toBe(profile.length);
    expect(strFromU8(profile.slice(36, 40))).toBe('acsp');
    const tags = Array.from({ length: view.getUint32(128) }, (_, i) => 132 + i * 12);
    expect(tags).toHaveLength(10);
    for (const at of tags) {
      expect(view.getUint32(at + 4) % 4).toBe(0);
      expect(view.getUint32(at + 4) + view.getUint32(at + 8)).toBeLessThanOrEqual(profile.length);
    }
  });

  it('is white where red, green and blue are full: their sum is D50', () => {
    const view = new DataView(srgbProfile().buffer);
    const at = (name: string): number => {
      for (let i = 0; i < 10; i++)
        if (view.getUint32(132 + i * 12) === new DataView(new TextEncoder().encode(name).buffer).getUint32(0))
          return view.getUint32(136 + i * 12);
      return 0;
    };
    const column = (name: string, k: number): number => view.getInt32(at(name) + 8 + k * 4) / 65536;
    [0.9642, 1, 0.8249].forEach((white, k) => {
      expect(column('rXYZ', k) + column('gXYZ', k) + column('bXYZ', k)).toBeCloseTo(white, 3);
    });
  });
});
