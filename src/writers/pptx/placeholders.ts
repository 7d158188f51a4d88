import type { Placeholder, Role } from '../../layout/deck.ts';
import { el } from '../../ooxml/xml.ts';

interface PlaceholderKind {
  /** ST_PlaceholderType (ECMA-376 part 1, 19.7.10); none is a content placeholder, which takes text and exhibits alike. */
  readonly type?: 'title' | 'body' | 'chart' | 'tbl' | 'pic' | 'ftr' | 'dt' | 'sldNum';
  readonly label: string;
}

/** What each role is in PowerPoint, and its name in the selection pane and as a prompt. */
export const PLACEHOLDER_KINDS: Readonly<Record<Role, PlaceholderKind>> = {
  title: { type: 'title', label: 'Title' },
  tracker: { type: 'body', label: 'Section' },
  subtitle: { type: 'body', label: 'Subtitle' },
  number: { type: 'sldNum', label: 'Slide number' },
  footer: { type: 'ftr', label: 'Footer' },
  // The third text of a footer is by its type a date, which may be any text; as body text it would stand in the outline of each slide.
  confidentiality: { type: 'dt', label: 'Confidentiality' },
  heading: { type: 'body', label: 'Heading' },
  chart: { type: 'chart', label: 'Chart' },
  table: { type: 'tbl', label: 'Table' },
  picture: { type: 'pic', label: 'Picture' },
  content: { label: 'Content' },
  body: { type: 'body', label: 'Text' },
  label: { type: 'body', label: 'Label' },
  statement: { type: 'body', label: 'Statement' },
  'reading-heading': { type: 'body', label: 'Heading of the reading column' },
  reading: { type: 'body', label: 'What it means' },
  'key-figure': { type: 'body', label: 'Key figure' },
  takeaway: { type: 'body', label: 'Takeaway' },
  note: { type: 'body', label: 'Note and source' },
  'section-number': { type: 'body', label: 'Section number' },
  story: { type: 'body', label: 'Story of the section' },
  quotation: { type: 'body', label: 'Quotation' },
  attribution: { type: 'body', label: 'Name and role' },
};

/** The `p:ph` by which a shape of a slide and its layout's placeholder find each other. */
export const placeholderXml = ({ role, index }: Placeholder): string => {
  const { type } = PLACEHOLDER_KINDS[role];
  return el('p:ph', { type, sz: type === 'body' && index !== 1 ? 'quarter' : undefined, idx: role === 'title' ? undefined : index });
};
