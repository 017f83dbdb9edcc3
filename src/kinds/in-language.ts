/** Words in the paper's language; in English where they are not known in it. */
export const inLanguage = (words: Record<string, string>, language: string): string => words[language] ?? words.en ?? ''
