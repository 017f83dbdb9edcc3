export {breakAddress, isAddress} from './break-address.js'
export {type Country, countryOf, nearestCountry} from './countries.js'
export type {Labels, Language} from './language.js'
export {languageOf, languages} from './language-of.js'
