export type {Brand, BrandLayout, Colours, Face} from './brand.js'
export {leadingOf, type Look, makeLook, mm, pt, STEP, type StyleName, span, type TextStyle} from './look.js'
