import type {Page} from '../print/index.js'

type Line = Page['lines'][number]

/** Whether a line is part of what the paper says: neither running head nor foot, nor empty. */
export const isText = ({role, text}: Line): boolean => role !== 'Artifact' && text.trim() !== ''

/** Lines of text on a page: words beside each other on one baseline are one line, however many columns there are. */
export const countLines = (lines: readonly Line[]): number => new Set(lines.filter(isText).map(({y}) => Math.round(y))).size
