/** The fact register: what is known, since when, and who says so; and whether a text agrees with it. */
export {ageOf, type ClockFinding, clockFindings} from './clock.js'
export {daysBetween, firstDay, lastDay, type When, whenOf, whenText} from './day.js'
export {type LoadedRegister, loadRegister, REGISTER_NAME, type RegisterShelf} from './load-register.js'
export type {Quantity} from './quantity.js'
export {EMPTY_REGISTER, type Fact, type FactValue, type Register, type RegisteredSource, type SourceCall} from './register.js'
export {type Asked, type Found, valueAt} from './value-at.js'
export {type Disagreement, verifyWords} from './verify-words.js'
export {figureWords, inLanguage, unitWord, writeValue} from './write-value.js'
