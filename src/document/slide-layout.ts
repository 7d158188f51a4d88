/** The layouts of slides by the names a template asks for them: `::layout{name="quote"}`. The cover has its own. */
export const SLIDE_LAYOUTS = [
  'exhibit',
  'exhibit-reading',
  'two-columns',
  'two-lists',
  'table',
  'rows',
  'rows-text',
  'text-rows',
  'summary',
  'text',
  'quote',
  'divider',
  'closing',
] as const;

export type SlideLayoutName = (typeof SLIDE_LAYOUTS)[number];
