import type { PageGeometry } from './flow.ts';

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** Margins and rail are the same on both papers (22 mm sides, 28 mm head, 25 mm foot); the text takes what the width leaves. */
const FRAME = { margin: { left: 62.4, right: 62.4, top: 79.4, bottom: 70.9 }, rail: 118, gutter: 20 } as const;

const GEOMETRY: Readonly<Record<Paper, PageGeometry>> = {
  a4: { width: 595.28, height: 841.89, ...FRAME },
  letter: { width: 612, height: 792, ...FRAME },
};

/** The paper of a report: the one asked for, else the one its readers print on (`Locale.paper`). The one place that decides it. */
export const paperOf = (asked: Paper | undefined, usual: Paper): PageGeometry => GEOMETRY[asked ?? usual];
