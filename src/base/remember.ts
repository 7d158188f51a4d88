/**
 * The function itself, that answers from memory what it was asked before. The memory holds at most `limit` answers and then starts
 * anew, so that a long run of briefings does not grow. For pure functions whose answers nobody changes.
 */
export const remember = <T>(limit: number, make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const made = make(key);
    if (known.size >= limit) known.clear();
    known.set(key, made);
    return made;
  };
};
