/** What the program tells scripts when it ends. */
export const EXIT = { ok: 0, bug: 1, usage: 2, invalidInput: 3, strictFindings: 4, output: 5 } as const;
