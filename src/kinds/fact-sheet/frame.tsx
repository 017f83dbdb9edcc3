import type {Frame} from '../kind.js'
import {Contacts} from '../contacts.js'
import {Masthead} from '../masthead.js'

export const frame: Frame = {Opening: Masthead, Closing: Contacts, closes: 'beside'}
