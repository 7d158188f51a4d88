import { enGb } from './en.ts';
import type { Language } from './language.ts';

export const enUs: Language = { ...enGb, code: 'en-US', tag: 'en-US', paper: 'letter', date: '{month} {d}, {y}' };
