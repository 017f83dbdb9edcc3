import type {Example} from './differences.js'

/** What GitHub's Markdown adds to CommonMark, case by case as its specification does, in words of our own. */
export const gfm: (Example & {name: string})[] = [
  {
    name: 'a table has a head, a line that parts and rows',
    markdown: '| State | Joined |\n| --- | --- |\n| Chad | 1999 |\n',
    html: '<table><thead><tr><th>State</th><th>Joined</th></tr></thead><tbody><tr><td>Chad</td><td>1999</td></tr></tbody></table>',
  },
  {
    name: 'bars at the ends may be left out, and colons align',
    markdown: '| left | right |\n:-: | -----------:\nfour | 4\n',
    html: '<table><tr><th>left</th><th>right</th></tr><tr><td>four</td><td>4</td></tr></table>',
  },
  {
    name: 'a bar within a cell is escaped, in code too',
    markdown: '| m\\|n  |\n| ------ |\n| c `\\|` d |\n| e **\\|** f |\n',
    html: '<table><tr><th>m|n</th></tr><tr><td>c <code>|</code> d</td></tr><tr><td>e <strong>|</strong> f</td></tr></table>',
  },
  {
    name: 'a quotation ends a table',
    markdown: '| one | two |\n| --- | --- |\n| three | four |\n> five\n',
    html: '<table><tr><th>one</th><th>two</th></tr><tr><td>three</td><td>four</td></tr></table><blockquote><p>five</p></blockquote>',
  },
  {
    name: 'a line without bars is a row, and an empty line ends the table',
    markdown: '| one | two |\n| --- | --- |\n| three | four |\nfive\n\nsix\n',
    html: '<table><tr><th>one</th><th>two</th></tr><tr><td>three</td><td>four</td></tr><tr><td>five</td><td></td></tr></table><p>six</p>',
  },
  {
    name: 'head and parting line of different lengths are no table',
    markdown: '| one | two |\n| --- |\n| three |\n',
    html: '<p>| one | two | | --- | | three |</p>',
  },
  {
    name: 'rows may be short, and what is over in one does not print',
    markdown: '| one | two |\n| --- | --- |\n| three |\n| four | five | six |\n',
    html: '<table><tr><th>one</th><th>two</th></tr><tr><td>three</td><td></td></tr><tr><td>four</td><td>five</td></tr></table>',
  },
  {name: 'a table may have no rows', markdown: '| one | two |\n| --- | --- |\n', html: '<table><tr><th>one</th><th>two</th></tr></table>'},
  {
    name: 'cells hold emphasis, links and code',
    markdown: '| *one* | [two](https://example.org) |\n| --- | --- |\n| `three` | ~~four~~ |\n',
    html: '<table><tr><th><em>one</em></th><th><a>two</a></th></tr><tr><td><code>three</code></td><td><del>four</del></td></tr></table>',
  },
  {name: 'tasks are open or done', markdown: '- [ ] sign\n- [x] ratify\n', html: '<ul><li><input type="checkbox"> sign</li><li><input checked type="checkbox"> ratify</li></ul>'},
  {
    name: 'tasks may stand under tasks',
    markdown: '- [x] clear\n  - [ ] survey\n  - [x] fence\n- [ ] report\n',
    html: '<ul><li><input> clear<ul><li><input> survey</li><li><input> fence</li></ul></li><li><input> report</li></ul>',
  },
  {name: 'two tildes strike words out', markdown: '~~Lift~~ Clear the ~~old~~ field\n', html: '<p><del>Lift</del> Clear the <del>old</del> field</p>'},
  {name: 'one tilde does as well', markdown: '~Lift~ Clear\n', html: '<p><del>Lift</del> Clear</p>'},
  {name: 'what is struck out ends with its paragraph', markdown: 'This ~~has a\n\nnew paragraph~~.\n', html: '<p>This ~~has a</p><p>new paragraph~~.</p>'},
  {name: 'three tildes strike nothing out', markdown: 'This is ~~~whole~~~ text.\n', html: '<p>This is ~~~whole~~~ text.</p>'},
  {name: 'an address without a scheme is a link', markdown: 'www.example.org\n', html: '<p><a href="http://www.example.org">www.example.org</a></p>'},
  {name: 'and goes on behind the name', markdown: 'Visit www.example.org/help for more.\n', html: '<p>Visit <a>www.example.org/help</a> for more.</p>'},
  {name: 'the full stop behind it is not its own', markdown: 'Visit www.example.org.\n\nVisit www.example.org/a.b.\n', html: '<p>Visit <a>www.example.org</a>.</p><p>Visit <a>www.example.org/a.b</a>.</p>'},
  {
    name: 'nor a bracket that it does not open',
    markdown: 'www.example.org/search?q=Mine+(ban)\n\nwww.example.org/search?q=Mine+(ban)))\n\n(www.example.org/search?q=Mine+(ban))\n',
    html: '<p>www.example.org/search?q=Mine+(ban)</p><p>www.example.org/search?q=Mine+(ban)))</p><p>(www.example.org/search?q=Mine+(ban))</p>',
  },
  {name: 'brackets within it are its own', markdown: 'www.example.org/search?q=(mine+ban)+ok\n', html: '<p>www.example.org/search?q=(mine+ban)+ok</p>'},
  {
    name: 'what looks like a character reference at its end is not its own',
    markdown: 'www.example.org/search?q=ban&hl=en\n\nwww.example.org/search?q=ban&hl;\n',
    html: '<p>www.example.org/search?q=ban&amp;hl=en</p><p>www.example.org/search?q=ban&amp;hl;</p>',
  },
  {name: 'an angle bracket ends it', markdown: 'www.example.org/he<lp\n', html: '<p>www.example.org/he&lt;lp</p>'},
  {name: 'an address with its scheme is a link', markdown: 'http://example.org\n\n(Visit https://example.org/help?q=Mine+(ban))\n', html: '<p>http://example.org</p><p>(Visit https://example.org/help?q=Mine+(ban))</p>'},
  {name: 'a mail address is a link', markdown: 'desk@example.org\n\nhello@mail+desk.example is none, a.b-c_d@a.b is one.\n', html: '<p>desk@example.org</p><p>hello@mail+desk.example is none, a.b-c_d@a.b is one.</p>'},
  {name: 'a mail address ends with a letter', markdown: 'a.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n', html: '<p>a.b-c_d@a.b.</p><p>a.b-c_d@a.b-</p><p>a.b-c_d@a.b_</p>'},
  {name: 'mail addresses may bring their scheme, and those of chats', markdown: 'mailto:desk@example.org\n\nxmpp:desk@example.org/txt\n', html: '<p>mailto:desk@example.org</p><p>xmpp:desk@example.org/txt</p>'},
  {
    name: 'a note is called and stands below',
    markdown: 'Cleared in 2009.[^1] Surveyed.[^long]\n\n[^1]: The first note.\n[^long]: The second,\n    in two lines.\n',
    html: '<p>Cleared in 2009.<sup>1</sup> Surveyed.<sup>2</sup></p><ol>The first note.The second, in two lines.</ol>',
  },
]
