import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Leaf and container directives only: with text directives "3:1" and "10:30" would lose text. */
const blockDirectives = (): ReturnType<typeof directive> => {
  const syntax = directive();
  delete syntax.text;
  return syntax;
};

/** A filled template: CommonMark, tables and block directives, with positions. */
export const parseTemplateMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [blockDirectives(), gfmTable(), cjkFriendlyExtension()],
    mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()],
  });

/** Prose of the data: CommonMark. Tables are known in order to be told of, not printed as lines of bars. */
export const parseProse = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfmTable(), cjkFriendlyExtension()], mdastExtensions: [gfmTableFromMarkdown()] });
