import {pt} from '../brand/index.js'

/** Width of n of twelve columns of a measure, with the gutters between them. */
export const columns = (width: number, gutter: number, n: number): number => pt(((width - 11 * gutter) / 12) * n + (n - 1) * gutter)
