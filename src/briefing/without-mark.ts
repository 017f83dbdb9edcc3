import type {Source} from '../source.js'

/** A text without its byte order mark: places count from behind it. */
export const withoutMark = (source: Source): Source => (source.text.startsWith('\uFEFF') ? {...source, text: source.text.slice(1)} : source)
