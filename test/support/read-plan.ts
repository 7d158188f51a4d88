import type { FlowBlock } from '../../src/layout/flow.ts';
import type { Market } from '../../src/market/market.ts';
import { planMarket } from './plan.ts';

/** Text as a person reads it: spaces that hold together are spaces. */
export const plainText = (runs: readonly { readonly text: string }[]): string =>
  runs
    .map((r) => r.text)
    .join('')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2060', '');

export const flowOf = async (market: Market): Promise<readonly FlowBlock[]> => (await planMarket(market, ['docx'])).flow?.blocks ?? [];

export const paragraphs = (blocks: readonly FlowBlock[]): string =>
  blocks.flatMap((b) => (b.kind === 'paragraph' ? [plainText(b.runs)] : [])).join('\n');

/** A market as deck and report: its action titles, the report's text, and what was found. */
export const readPlan = async (market: Market) => {
  const { deck, flow, errors } = await planMarket(market, ['pptx', 'docx']);
  const blocks = flow?.blocks ?? [];
  return {
    errors,
    titles: (deck?.slides ?? []).map((s) => plainText([{ text: s.title }])),
    sections: blocks.flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [plainText(b.runs)] : [])),
    text: paragraphs(blocks),
    captions: blocks.flatMap((b) => (b.kind === 'figure' || b.kind === 'table' ? [plainText(b.caption)] : [])),
    blocks,
    slides: deck?.slides ?? [],
  };
};
