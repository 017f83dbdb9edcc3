/**
 * What may stand in another order than it is typed: letters that run from right to left, marks that turn the order, and what takes two units, among
 * which are such letters. In a text without them that begins from the left everything is at level 0, its figures too.
 */
export const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufb1d-\ufdff\ufe70-\ufeff]/
