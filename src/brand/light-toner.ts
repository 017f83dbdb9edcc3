import type {Colours} from './brand.js'

/**
 * Greys for printers that are short of toner, or copy what they print. Those that tell a state of things from another one, ink,
 * accent, quiet and bars, lie more than 20 steps of lightness (CIE L*) apart: 0, 24, 48 and 72. Words are in the first three, of
 * which the lightest has 4.8 to 1 against the paper.
 */
export const LIGHT_TONER: Colours = {
  ink: '#000000',
  accent: '#393939',
  quiet: '#727272',
  bars: '#B1B1B1',
  hair: '#727272',
  grid: '#C8C8C8',
  paper: '#FFFFFF',
}
