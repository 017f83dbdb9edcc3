import {type Diagnostic, error, type Place} from '../diagnostic.js'

/** A condition that cannot be read. */
export const badCondition = (place: Place): Diagnostic =>
  error('rows/condition', place, 'Expected conditions such as `status=party,withdrawn signed !note`', 'A column alone asks whether it has a value, `!` before it whether it has none; a value with a space stands in quotation marks')
