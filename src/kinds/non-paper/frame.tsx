import type {Frame} from '../kind.js'
import {Masthead} from '../masthead.js'

export const frame: Frame = {Opening: Masthead, closes: 'below'}
