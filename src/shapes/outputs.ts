/** What papers and packs can be made for; `content.ts` says what each is. */
export const OUTPUTS = ['screen', 'print', 'booklet', 'two-up'] as const
