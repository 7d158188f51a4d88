import type { Flow } from '../../layout/flow.ts';
import { type OfficePackage, packageFrom } from '../../ooxml/package.ts';
import { type RunningHead, runningHeadMark } from './running-head.ts';
import { twips } from './styles.ts';

/** The mark a section's body is put in place of. */
export const sectionMark = (index: number): string => `section-body-${index}`;

/** Where LibreOffice sets running heads and feet on the lines of the page plan. Points. */
const HEADER_DISTANCE = 30.65;
const FOOTER_DISTANCE = 38.35;

/** The library's own way from a document to the parts of its package; its types hide it. A test holds what it gives. */
interface PartCompiler {
  readonly compiler: {
    compile(document: unknown, prettify: undefined, overrides: readonly never[]): Iterable<readonly [string, string | Uint8Array]>;
  };
}

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? new TextEncoder().encode(data) : data);

/** A package with sections, running heads and feet, settings and footnotes from the docx library; bodies are marks. */
export const skeleton = async (flow: Flow, heads: readonly RunningHead[]): Promise<OfficePackage> => {
  const { Document, Packer, Paragraph, TextRun, Header, Footer, PageNumber, TabStopType, BorderStyle, Tab, SectionType } = await import(
    'docx'
  );
  const { page, theme } = flow;
  const right = twips(page.width - page.margin.left - page.margin.right);
  const grid = theme.colors.grid;
  const header = (text: string): InstanceType<typeof Header> =>
    new Header({
      children: [
        new Paragraph({
          style: 'Header',
          tabStops: [
            { type: TabStopType.CENTER, position: Math.round(right / 2) },
            { type: TabStopType.RIGHT, position: right },
          ],
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 11, color: grid } },
          children: [
            new TextRun(flow.runningHead),
            new TextRun({ children: [new Tab()] }),
            ...(flow.sticker === undefined
              ? []
              : [
                  new TextRun({
                    text: `\u00a0${flow.sticker}\u00a0`,
                    bold: true,
                    color: theme.colors.rust,
                    border: { style: BorderStyle.SINGLE, size: 8, space: 1, color: theme.colors.rust },
                  }),
                ]),
            new TextRun({ children: [new Tab()] }),
            new TextRun(text),
          ],
        }),
      ],
    });
  const footer = new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: right }],
        border: { top: { style: BorderStyle.SINGLE, size: 6, space: 3, color: grid } },
        children: [
          new TextRun(flow.confidentiality),
          new TextRun({ children: [new Tab()] }),
          new TextRun({ children: [PageNumber.CURRENT], bold: true, color: theme.colors.ink }),
        ],
      }),
    ],
  });
  const document = new Document({
    title: flow.title,
    creator: flow.publisher,
    sections: heads.map((head, i) => ({
      properties: {
        type: SectionType.NEXT_PAGE,
        // The cover's page has neither head nor foot.
        titlePage: head.kind === 'none',
        page: {
          size: { width: twips(page.width), height: twips(page.height) },
          margin: {
            left: twips(page.margin.left),
            right: twips(page.margin.right),
            top: twips(page.margin.top),
            bottom: twips(page.margin.bottom),
            header: twips(HEADER_DISTANCE),
            footer: twips(FOOTER_DISTANCE),
          },
        },
      },
      headers: { default: header(runningHeadMark(i)) },
      footers: { default: footer },
      children: [new Paragraph(sectionMark(i))],
    })),
    footnotes: Object.fromEntries(
      flow.footnotes.map((f) => [
        f.number,
        { children: [new Paragraph({ style: 'FootnoteText', children: f.runs.map((r) => new TextRun(r.text)) })] },
      ]),
    ),
  });
  // The parts before they are zipped: ours are zipped once, by Node's zlib, after the bodies are in.
  const { compiler } = Packer as unknown as PartCompiler;
  return packageFrom([...compiler.compile(document, undefined, [])].map(([name, data]) => [name, bytesOf(data)] as const));
};
