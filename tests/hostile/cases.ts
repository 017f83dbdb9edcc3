import {deflateSync} from 'node:zlib'
import {whitePng} from '../papers.js'
import {briefing} from '../workspace/folder-of.js'

/** A hostile briefing, the files beside it, and what must be said of it: severity, line, rule. Nothing said: it prints. */
export interface Hostile {
  text: string
  files?: Record<string, string | Uint8Array>
  /** Symlinks beside it, and where they lead. */
  links?: Record<string, string>
  told: string[]
}

/** Some Markdown under front matter and a heading: its first line is line 10. */
const body = (markdown: string): string => briefing('A case', '', `## What is it?\n\n${markdown}`)
const withPicture = (name: string, bytes?: Uint8Array | string) => ({
  text: body(`![A picture](${name})\n`),
  ...(bytes === undefined ? {} : {files: {[name]: bytes}}),
})

/** A paper in a brand of its own, whose file this is. */
const withBrand = (name: string, brand: string, files: Record<string, Uint8Array> = {}) => ({
  text: briefing('A case', `brand: ${name}\n`),
  files: Object.fromEntries([['_brand.yml', brand] as const, ...Object.entries(files)].map(([file, bytes]) => [`../styles/${name}/${file}`, bytes])),
})

/** A PNG whose header says so much, with these bytes of picture. */
function png(width: number, height: number, colour: number, picture: Uint8Array): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]) // the readers at hand do not look at the sums
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colour, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(picture)), chunk('IEND', Buffer.alloc(0))])
}

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inside}</svg>`
const rows = (count: number, columns = 2) =>
  [`| ${'A | '.repeat(columns)}`, `| ${'- | '.repeat(columns)}`, ...Array.from({length: count}, (_, at) => `| ${`${at} | `.repeat(columns)}`)].join('\n')

/** What upstream prints wrongly in silence, or never ends on. */
export const lost: Record<string, Hostile> = {
  'a character that no font has': {text: body('Georgian: \u10d0.\n'), told: ['error 10 print/missing-glyph']},
  'a word longer than its line': {text: body(`${'x'.repeat(400)}\n`), told: ['error 10 print/line-too-wide']},
  'an address longer than its line': {text: body(`<https://example.org/${'a'.repeat(400)}>\n`), told: ['warning 10 checks/link-words', 'error 10 print/line-too-wide']},
  'a table of words wider than the page': {text: body(`${rows(1, 12).replaceAll('A', 'Internationalisation')}\n`), told: ['error 10 print/off-the-page', 'warning 12 checks/unsourced-figure']},
  'a picture that is not there': {...withPicture('gone.png'), told: ['error 10 edition/image-missing']},
  'a picture cut off': {...withPicture('cut.png', png(20, 20, 2, Buffer.alloc(30))), told: ['error 10 edition/image-broken']},
  'WebP': {...withPicture('a.webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')), told: ['error 10 edition/image-format']},
  'GIF': {...withPicture('a.gif', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')), told: ['error 10 edition/image-format']},
  'sizes that are no numbers': {...withPicture('nan.svg', svg('<rect width="NaN" height="1"/>')), told: ['error 10 edition/image-svg']},
  'sizes beyond all measure': {...withPicture('huge.svg', svg('<rect width="1e300" height="1"/>')), told: ['error 10 edition/image-svg']},
  'no body': {text: briefing('A case', '', ''), told: ['warning 3 q-and-a/missing-part']},
  'a link to a heading that is not there': {text: body('See [there](#nowhere).\n'), told: ['warning 10 edition/dead-link']},
  'a note that is not there, and one twice': {text: body('See[^1].\n\n[^2]: One.\n\n[^2]: Two.\n'), told: ['error 10 briefing/unknown-note', 'error 14 briefing/duplicate-note']},
  '500 quotations, one in the other': {text: body(`${'>'.repeat(500)} deep\n`), told: ['error 10 briefing/tangled']},
  '500 lists, one in the other': {text: body(`${Array.from({length: 500}, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n')}\n`), told: ['error 61 briefing/tangled']},
  '500 quotations, one a line': {text: body(`${Array.from({length: 500}, (_, at) => `${'> '.repeat(at + 1)}x`).join('\n')}\n`), told: ['error 42 briefing/tangled']},
  '30 quotations, one in the other': {text: body(`${'> '.repeat(30)}deep\n`), told: ['error 10 print/line-too-wide']},
  'a photograph of few pixels': {...withPicture('few.png', whitePng(60, 30)), told: ['error 10 print/coarse-picture']},
  'a logo of few pixels': {...withBrand('few-pixels', 'logo: mark.png\n', {'mark.png': whitePng(20, 20)}), told: ['error 1 print/coarse-picture']},
  'a table whose columns are too narrow for their words': {
    text: body(`<!-- table: plain, where: text -->\n${rows(1, 5).replaceAll('A', 'Internationalisation').replaceAll('0', 'x')}\n`),
    told: ['error 11 print/column-too-narrow'],
  },
  'a pair, kept whole, that is taller than a page': {text: body(`\`\`\`comparison\n- argument: ${'A line of an argument. '.repeat(200)}\n  response: No\n\`\`\`\n`), told: ['warning 11 checks/short-last-page']},
  'a drawing as thin as a thread': {...withPicture('thread.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 10000" width="1" height="10000"><rect width="1" height="10000"/></svg>`), told: []},
  'one id for two sources': {text: body('```sources\n- {id: a, type: web, title: One}\n- {id: a, type: web, title: Two}\n```\n'), told: ['error 12 sources/id']},
  'a body of 2,000 points': {...withBrand('huge', 'defaults: {demarche: {body: {size: 2000pt, leading: 2000pt}}}\n'), told: ['error 1 brand/body', 'error 1 brand/size', 'error 1 brand/leading']},
  'lines as far apart as a page is high': {...withBrand('apart', 'defaults: {demarche: {lead: {size: 12pt, leading: 1200pt}}}\n'), told: ['error 1 brand/lead', 'error 1 brand/leading']},
  'a measure wider than the page': {...withBrand('wide', 'defaults: {demarche: {measure: 600mm}}\n'), told: ['error 1 brand/measure']},
  'an issuer of 400 words, in every running head': {...withBrand('wordy', `meta: {name: ${'word '.repeat(400).trim()}}\n`), told: ['error 1 brand/name']},
  'a title of 800 words': {text: briefing('word '.repeat(800).trim()), told: ['error 3 q-and-a/title']},
  'a title of as many words as it may have': {text: briefing('word '.repeat(60).trim()), told: []},
  'a width of a million digits': {text: body(`<!-- table: plain, widths: [${'9'.repeat(10_000)}, 1] -->\n${rows(1)}\n`), told: ['error 10 table/widths']},
  'an address too long for a code': {text: body(`\`\`\`contacts\n- name: Desk\n  qr: https://example.org/${'x'.repeat(3000)}\n\`\`\`\n`), told: ['error 12 contacts/qr']},
  '200 columns': {text: body(`${rows(3, 200)}\n`), told: ['error 10 briefing/too-much']},
}

/** What reads, sends, or brings a program down. */
export const untrusted: Record<string, Hostile> = {
  'front matter in JavaScript': {text: briefing().replace('---\n', '---js\n'), told: ['error 1 briefing/front-matter-language']},
  'front matter in CoffeeScript': {text: briefing().replace('---\n', '---coffee\n'), told: ['error 1 briefing/front-matter-language']},
  '5,000 nested brackets in front matter': {text: briefing('A', `contact: ${'['.repeat(5000)}\n`), told: ['error 6 briefing/too-deep']},
  'aliases that multiply': {
    text: briefing('A', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`),
    told: ['error 6 q-and-a/unknown-key', 'error 6 briefing/anchor', 'error 7 q-and-a/unknown-key', 'error 7 briefing/anchor', 'error 8 q-and-a/unknown-key', 'error 8 briefing/alias', 'error 8 briefing/alias'],
  },
  'a key that would change every object': {text: briefing('A', '__proto__:\n  polluted: yes\nconstructor: x\n'), told: ['error 6 briefing/unknown-key', 'error 8 q-and-a/unknown-key']},
  'front matter of 70 KB': {text: briefing('A', `subject: ${'x'.repeat(70_000)}\n`), told: ['error 2 briefing/too-large']},
  'a record of 5,000 brackets': {text: body(`\`\`\`timeline\n${'['.repeat(5000)}\n\`\`\`\n`), told: ['error 11 briefing/tangled']},
  '5 KB of list markers': {text: body(`${'- '.repeat(2500)}\n`), told: []},
  'backticks in rows of every length': {text: body(`${Array.from({length: 700}, (_, at) => '`'.repeat(at + 1)).join(' ')}\n`), told: ['error 10 briefing/tangled']},
  '17 KB of openings of pictures': {text: body(`${'!['.repeat(8500)}\n`), told: ['error 10 briefing/tangled']},
  '50,000 asterisks': {text: body(`${'*a '.repeat(25_000)}\n`), told: ['error 10 briefing/too-much']},
  '50,000 ampersands and less-thans': {text: body(`${'<&'.repeat(25_000)}\n`), told: ['error 10 briefing/too-much']},
  '300 KB of Markdown': {text: body(`${'A line of words.\n'.repeat(18_000)}`), told: ['error 1 briefing/too-large']},
  'a picture of the network': {...withPicture('http://127.0.0.1:9/a.png'), told: ['error 10 edition/image-remote']},
  'a picture of another host': {...withPicture('//example.org/a.png'), told: ['error 10 briefing/refused-link', 'error 10 edition/image-remote']},
  'a picture by `file:`': {...withPicture('file:///etc/passwd'), told: ['error 10 briefing/refused-link', 'error 10 edition/image-remote']},
  'a picture by `data:`': {...withPicture('data:image/png;base64,iVBORw0KGgo='), told: ['error 10 briefing/refused-link', 'error 10 edition/image-remote']},
  'a picture by an absolute path': {...withPicture('/etc/passwd'), told: ['error 10 edition/image-missing']},
  'a picture above the workspace': {...withPicture('../../../../../../etc/passwd'), told: ['error 10 edition/image-outside']},
  'a picture that is a link out of the workspace': {...withPicture('out.png'), links: {'out.png': '/etc/passwd'}, told: ['error 10 edition/image-outside']},
  'a picture that never ends': {...withPicture('zero.png'), links: {'zero.png': '/dev/zero'}, told: ['error 10 edition/image-outside']},
  'a picture that is a folder': {...withPicture('folder.png'), files: {'folder.png/x': ''}, told: ['error 10 edition/image-missing']},
  'a PNG with a false header': {...withPicture('false.png', png(400, 400, 6, Buffer.alloc(100))), told: ['error 10 edition/image-broken']},
  'a PNG of 10,000 million pixels': {...withPicture('bomb.png', png(100_000, 100_000, 6, Buffer.alloc(10))), told: ['error 10 edition/image-too-large']},
  'a PNG that unpacks to more than it says': {...withPicture('more.png', png(10, 10, 2, Buffer.alloc(30_000_000))), told: ['error 10 edition/image-broken']},
  'a PNG of no pixels': {...withPicture('none.png', png(0, 0, 2, Buffer.alloc(0))), told: ['error 10 edition/image-format']},
  'a drawing with a script': {...withPicture('script.svg', svg('<script>fetch("http://127.0.0.1:9")</script>')), told: ['error 10 edition/image-svg']},
  'a drawing with entities that multiply': {
    ...withPicture('laughs.svg', `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${svg('<text>&b;</text>')}`),
    told: ['error 10 edition/image-svg'],
  },
  'a drawing of 500 groups, one in the other': {...withPicture('deep.svg', svg(`${'<g>'.repeat(500)}${'</g>'.repeat(500)}`)), told: ['error 10 edition/image-svg']},
  'a drawing with words in a font that is not there': {...withPicture('font.svg', svg('<text font-family="Nowhere">x</text>')), told: ['error 10 edition/image-svg']},
  'a drawing that reads the network': {...withPicture('net.svg', svg('<image href="http://127.0.0.1:9/a.png" width="1" height="1"/>')), told: ['error 10 edition/image-svg']},
  'a drawing of 3 MB': {...withPicture('long.svg', svg(`<path d="M0 0${'h1v1'.repeat(800_000)}"/>`)), told: ['error 10 edition/image-svg']},
  'a JPEG cut off': {...withPicture('cut.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])), told: ['error 10 edition/image-format']},
  'a logo with a false header': {...withBrand('false-header', 'logo: mark.png\n', {'mark.png': png(400, 400, 6, Buffer.alloc(100))}), told: ['error 1 brand/logo']},
  'a logo of 10,000 million pixels': {...withBrand('bomb', 'logo: mark.png\n', {'mark.png': png(100_000, 100_000, 6, Buffer.alloc(10))}), told: ['error 1 brand/logo']},
  'a logo outside the workspace': {...withBrand('outside', 'logo: ../../../../../etc/passwd\n'), told: ['error 1 brand/logo']},
  'a font outside the workspace': {...withBrand('font', 'typography: {base: Mine, fonts: [{family: Mine, source: file, files: [../../../../../etc/passwd]}]}\n'), told: ['error 1 brand/font-missing']},
  'a brand above the folder of brands': {text: briefing('A', 'brand: ../../../etc\n'), told: ['error 6 brand/unknown']},
  'a register outside the workspace': {text: briefing('A', 'facts: ../../../../../etc/passwd\n'), told: ['error 6 facts/no-register']},
  'a file to carry along from outside the workspace': {text: briefing('A', 'attach: [../../../../../etc/passwd]\n'), told: ['error 6 edition/attached-outside']},
  'two texts in one, in one key': {text: briefing('A', 'title: B\n'), told: ['error 6 briefing/duplicate-key']},
  'a link that runs a script': {text: body('[a](javascript:alert(1))\n'), told: ['error 10 briefing/refused-link']},
  'a link to a file of the disk': {text: body('[a](file:///etc/passwd)\n'), told: ['error 10 briefing/refused-link']},
  'a link that is data': {text: body('[a](data:text/html,x)\n'), told: ['error 10 briefing/refused-link']},
  'a link to a share': {text: body('[a](\\\\\\\\host\\\\share)\n'), told: ['error 10 briefing/refused-link']},
  'raw HTML': {text: body('A <script>alert(1)</script> and <b>bold</b>.\n'), told: ['warning 10 briefing/html', 'warning 10 briefing/html']},
  'a comment that never closes': {text: body('<!-- and all that follows\n\n## Is it lost?\n'), told: ['error 10 briefing/comment-end']},
  'letters that turn the text around': {text: body('Pay \u202e0001\u202c now.\n'), told: ['warning 10 briefing/turned-text', 'warning 10 checks/unsourced-figure', 'warning 10 briefing/turned-text']},
  'control characters and half letters': {text: body('A\u0007 bell and \ud800 half.\n'), told: ['error 10 print/missing-glyph', 'error 10 print/missing-glyph']},
}

/** What takes seconds. */
export const heavy: Record<string, Hostile> = {
  '6,000 rows': {text: body(`${rows(6000)}\n`), told: ['error 10 briefing/too-much']},
  'a heading of 5,000 words': {text: body(`## ${'word '.repeat(5000)}\n\nText.\n`), told: ['error 10 briefing/too-much']},
  'a box taller than a page': {text: body(`> [!NOTE]\n> ${'A line of a note. '.repeat(900)}\n`), told: ['warning 11 checks/short-last-page']},
  'pictures of more pixels together than can be held': {
    text: body(`${[1, 2, 3, 4, 5, 6].map((at) => `![A picture](${at}.png)\n`).join('\n')}`),
    files: Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`${at}.png`, whitePng(6000, 6000)])),
    told: ['error 20 edition/too-many-pictures'],
  },
  'a picture of 21 MB': {...withPicture('large.png', Buffer.concat([png(1, 1, 2, Buffer.alloc(4)), Buffer.alloc(21 * 1024 * 1024)])), told: ['error 10 edition/image-too-large']},
}
