import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from '../../src/build/compile.ts';
import type { Compilation, Format } from '../../src/build/options.ts';
import type { Env } from '../../src/env/env.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { directiveOf, GALLERY_MARKET, type GalleryKind, galleryHeat, galleryKinds, heatDirective } from './gallery.ts';

/** The PDF's fonts have no Chinese: what has such names is left out of it and stands in the other files. */
export const NOT_IN_PDF: readonly string[] = ['cjk'];

/** A chart of the gallery: its kind, its case, and the id its directive gives it. */
export interface GalleryCase {
  readonly kind: GalleryKind['kind'];
  readonly name: string;
  readonly id: string;
  readonly attributes: GalleryKind['cases'][string];
}

/** Every chart of the gallery in the order of its files. */
export const galleryCases = (leaveOut: readonly string[] = []): readonly GalleryCase[] =>
  galleryKinds().flatMap(({ kind, cases }) =>
    Object.entries(cases)
      .filter(([name]) => !leaveOut.includes(name))
      .map(([name, attributes]) => ({ kind, name, id: `${kind}-${name}`, attributes })),
  );

const section = (title: string, slides: readonly (readonly [string, string])[]): string =>
  [`# ${title}`, ...slides.map(([name, directive]) => `## ${caseTitle(title, name)}\n\n${directive}\n`)].join('\n\n');

/** The title of a case's slide, and of its part of the report. */
export const caseTitle = (title: string, name: string): string => `${title}: the case “${name}”`;

/** One section for each kind and one for heat matrices, one slide for each case. */
const template = (leaveOut: readonly string[]): string => {
  const heat = galleryHeat();
  return [
    ...galleryKinds().map(({ kind, title }) =>
      section(
        title,
        galleryCases(leaveOut).flatMap((c) => (c.kind === kind ? [[c.name, directiveOf(kind, c.id, c.attributes)] as const] : [])),
      ),
    ),
    section(
      heat.title,
      Object.entries(heat.cases).flatMap(([name, attributes]) =>
        leaveOut.includes(name) ? [] : [[name, heatDirective(`heat-${name}`, attributes)] as const],
      ),
    ),
  ].join('\n\n');
};

/** This machine, with a template that is in no folder. */
const envWith = (folder: string, files: Readonly<Record<string, Uint8Array>>): Env => {
  const env = nodeEnv();
  const path = (name: string): string => resolve(folder, name);
  return {
    ...env,
    listFolder: async (wanted) => (resolve(wanted) === resolve(folder) ? Object.keys(files) : env.listFolder(wanted)),
    readFile: async (wanted) => Object.entries(files).find(([name]) => path(name) === resolve(wanted))?.[1] ?? env.readFile(wanted),
  };
};

/** The gallery in the given formats, without the cases of the given names. */
export const buildGallery = (formats: readonly Format[], leaveOut: readonly string[] = []): Promise<Compilation> => {
  // A template is read once a process and folder.
  const folder = `./gallery-without-${leaveOut.join('-') || 'nothing'}`;
  const env = envWith(folder, {
    'briefing.md.hbs': new TextEncoder().encode(template(leaveOut)),
    'words/en.yml': readFileSync('templates/market-briefing/words/en.yml'),
  });
  return compile({ path: GALLERY_MARKET, bytes: readFileSync(GALLERY_MARKET) }, { formats, template: folder }, env);
};
