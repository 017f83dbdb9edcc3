import {type Diagnostic, error, type Place, warning} from '../diagnostic.js'
import {columnOf} from '../rows/index.js'
import {readFactName} from '../shapes/fields.js'
import {closest} from '../shapes/index.js'

const WEB = ['http', 'https', 'mailto', 'tel']
const OURS = ['doc', 'lang', 'fact', 'src', 'row']
const REFUSED = ['javascript', 'vbscript', 'file', 'data']
/** Schemes of others that are a letter away from one of ours. */
const OTHERS = ['dock', 'geo', 'irc', 'ircs', 'sms', 'rtc', 'svc', 'tex']

/** What is wrong with where a link leads; a warning means that its words print and the link does not. */
export function troubleOfLink(url: string, place: Place, autolink = false): Diagnostic | undefined {
  // Browsers skip white space and control characters within a scheme, and so must the eye that looks for one.
  const bare = url.replace(/[\u0000-\u0020]/g, '')
  if (/^[\\/]{2}/.test(bare)) {
    return error('briefing/refused-link', place, `\`${url}\` leads to another computer's disk`, 'Link to a web address such as `https://www.un.org/`')
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (scheme === undefined) return undefined
  if (REFUSED.includes(scheme)) {
    return error('briefing/refused-link', place, `A link may not lead to \`${scheme}:\``, 'Link to a web address such as `https://www.un.org/`')
  }
  if (OURS.includes(scheme)) {
    if (autolink) return error('briefing/link-without-words', place, `\`<${url}>\` has no words to print`, `Write \`[words](${url})\``)
    if (scheme === 'lang' && !/^lang:[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(url)) {
      return error('briefing/link', place, `Expected the code of a language, such as \`lang:fr\`, found \`${url}\``)
    }
    if (scheme === 'fact' && !readFactName(url.slice('fact:'.length))) {
      const message = `Expected the id of a fact, and a date or period after \`@\` where it is pinned, found \`${url}\``
      return error('briefing/link', place, message, 'Write it as `fact:states-parties` or `fact:states-parties@2025-04`')
    }
    if (scheme === 'row' && columnOf(url) === '') {
      return error('briefing/link', place, 'Expected the name of a column, such as `row:name`, found `row:`')
    }
    if (scheme === 'src' && !/^src:[a-z0-9][a-z0-9-]*$/i.test(url)) {
      return error('briefing/link', place, `Expected the id of a source, such as \`src:icrc-1996\`, found \`${url}\``)
    }
    return undefined
  }
  if (WEB.includes(scheme)) return undefined
  const near = OTHERS.includes(scheme) ? undefined : closest(scheme, OURS)
  if (near) return error('briefing/unknown-link', place, `\`${scheme}:\` is no link that is known here`, `Did you mean \`${near}:\`?`)
  const hint = closest(scheme, WEB)
  return warning(
    'briefing/foreign-link', place, `A link to \`${scheme}:\` does not work on paper: its words print without it`,
    hint ? `Did you mean \`${hint}:\`?` : 'Link to a web address such as `https://www.un.org/`',
  )
}
