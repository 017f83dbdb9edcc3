import {Masthead} from '../masthead.js'
import type {Frame} from '../kind.js'
import {Seal} from './seal.js'

export const frame: Frame = {Opening: (props) => <Masthead {...props} formal />, Closing: Seal, closes: 'below'}
