// Where LibreOffice puts the headings, figures and tables of our Word reports, against the page numbers their contents carry.
// usage: compare-pages.mjs REPORT.docx… Fails where an entry stands more than one page away, or more than one in ten stand elsewhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

const MOST_APART = 1;
const MOST_SHARE = 0.1;

const squeezed = (text) => text.normalize('NFKC').replace(/[\s\u2060\u00ad]+/g, '');
const unescaped = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The entries of the contents and lists: what is printed in one of them, and the page they name. */
const entriesIn = (docx) => {
  const xml = Buffer.from(unzipSync(readFileSync(docx))['word/document.xml']).toString('utf8');
  return [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="(?:TOC[12]|TableofFigures)"\/>.*?<\/w:p>/gs)].map(([paragraph]) => {
    const texts = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => unescaped(m[1]));
    const number = Number(texts.at(-1));
    return { text: squeezed(texts.slice(0, -1).join('')), page: number };
  });
};

/** The text of each page of LibreOffice's PDF. */
const pagesOf = (docx, work) => {
  const profile = pathToFileURL(path.join(work, 'profile')).href;
  execFileSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', work, docx], { stdio: 'ignore' });
  const pdf = path.join(work, `${path.basename(docx, '.docx')}.pdf`);
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 1 << 28 }).toString('utf8').split('\f').map(squeezed);
};

let failed = false;
const work = mkdtempSync(path.join(tmpdir(), 'pages-'));
try {
  for (const docx of process.argv.slice(2)) {
    const entries = entriesIn(docx);
    const pages = pagesOf(docx, work);
    const front = Math.min(...entries.map((e) => e.page)) - 1;
    const found = entries.map((e) => ({ ...e, at: pages.findIndex((p, i) => i >= front && p.includes(e.text)) + 1 }));
    const lost = found.filter((e) => e.at === 0);
    const moved = found.filter((e) => e.at > 0 && e.at !== e.page);
    for (const e of lost) console.log(`${docx}: "${e.text}" was not found behind page ${front}`);
    for (const e of moved) console.log(`${docx}: "${e.text}" is listed on page ${e.page} and stands on page ${e.at}`);
    console.log(`${docx}: ${entries.length} entries, ${moved.length} on another page than listed, ${lost.length} not found`);
    if (lost.length > 0 || moved.length > MOST_SHARE * entries.length || moved.some((e) => Math.abs(e.at - e.page) > MOST_APART)) failed = true;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
