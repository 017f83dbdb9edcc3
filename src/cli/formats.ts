/** How findings are told. */
export const FORMATS = ['pretty', 'json', 'github', 'sarif', 'junit'] as const
export type Format = (typeof FORMATS)[number]
