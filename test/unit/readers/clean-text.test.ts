import { describe, expect, it } from 'vitest'
import { givenFirst, splitAuthors } from '../../../ingest/readers/author-names.ts'
import { cleanHtml, collapsed, exactText } from '../../../ingest/readers/clean-text.ts'
import { identifiersIn } from '../../../ingest/readers/identifiers.ts'
import { latexToText } from '../../../ingest/readers/latex.ts'
import { yearOf } from '../../../ingest/readers/paper-record.ts'

describe('HTML and JATS', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['if x <b and c> d', 'if x <b and c> d'],
    ['x<y if p<0.05 and q>3', 'x<y if p<0.05 and q>3'],
    ['<i>E. coli</i> &amp; H<sub>2</sub>O', 'E. coli & H2O'],
    ['<p class="x">one</p><p>two<br/>three</p>', 'one two three'],
    ['&lt;p&gt;escaped twice &amp;amp; more&lt;/p&gt;', 'escaped twice & more'],
    ['<jats:title>Abstract</jats:title><jats:p>We <jats:italic>do</jats:italic> it.</jats:p>', 'We do it.'],
    ['<jats:sec><jats:title>Aim</jats:title><jats:p>Why.</jats:p></jats:sec>', 'Aim: Why.'],
    ['<mml:math xmlns:mml="http://x"><mml:mi>α</mml:mi></mml:math>', 'α'],
    ['<tex-math>\\alpha</tex-math><mml:mi>α</mml:mi>', 'α'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['AT&T; R&D', 'AT&T; R&D'],
  ])('%s', (text, expected) => {
    expect(cleanHtml(text)).toBe(expected)
  })
})

describe('LaTeX', () => {
  it.each([
    [
      '{\\\'e}t\\\'e, M{\\"u}ller, \\c{c}a, {\\o}re, stra{\\ss}e, \\v{S}, na\\"{\\i}ve, Sk{\\aa}l',
      'été, Müller, ça, øre, straße, Š, naïve, Skål',
    ],
    ['We \\textit{use \\textbf{deep}} \\emph{nets}', 'We use deep nets'],
    ['{\\em so} and {\\bf so}', 'so and so'],
    [
      '$\\alpha$-decay in $O(n^2)$ with $L_{2}$, $10^{-3}$ and $f:\\mathbb{R}\\to\\mathbb{R}$',
      'α-decay in O(n^2) with L_2, 10^-3 and f:R→R',
    ],
    ['costs $5 and $10, or $3-$4', 'costs $5 and $10, or $3-$4'],
    ['50\\% of \\$3 \\& a\\_b', '50% of $3 & a_b'],
    ['50% of a_b & c', '50% of a_b & c'],
    ["``so'' --- 3--4 \\ldots", '“so” — 3–4 …'],
    ['as shown \\cite{a,b}\\footnote{x}', 'as shown '],
    ['\\href{http://a.b}{here} \\url{http://a.b/c_d}', 'here http://a.b/c_d'],
    ['our \\method{} and \\LaTeX{} and \\foo{bar}', 'our method and LaTeX and bar'],
    ['\\frac{1}{2} of $\\frac{n}{2}$', '1/2 of n/2'],
    ['a set {1, 2} -- of numbers', 'a set {1, 2} -- of numbers'],
  ])('%s', (text, expected) => {
    expect(latexToText(text)).toBe(expected)
  })

  it('takes the braces of BibTeX away', () => {
    expect(latexToText('{{BERT}}: {A} {T}ale~of \\{sets\\}', true)).toBe('BERT: A Tale of {sets}')
  })
})

describe('plain text', () => {
  it('collapses white space and composes accents', () => {
    expect(collapsed(' e\u0301 \n\t so\u00adft\u200b ')).toBe('é soft')
  })
  it('keeps offsets where it must', () => {
    const text = ' a\u0000b \ud800 c\n'
    expect(exactText(text)).toBe(' a b \ufffd c\n')
  })
})

describe('authors', () => {
  it.each([
    ['Lee, Ann', ['Ann Lee']],
    ['Smith, Jr., John', ['John Smith Jr.']],
    ['A Lee, B Wu and C Ng', ['A Lee', 'B Wu', 'C Ng']],
    ['Lee, Ann and Wu, Bo', ['Ann Lee', 'Bo Wu']],
    ['Lee, Ann; Wu, Bo', ['Ann Lee', 'Bo Wu']],
    ['Lee A., Wu B.C.', ['Lee A.', 'Wu B.C.']],
    ['Lee, Ann, et al.', ['Ann Lee']],
    ["['Ann Lee', 'Bo Wu']", ['Ann Lee', 'Bo Wu']],
    ['The Group', ['The Group']],
  ])('%s', (text, expected) => {
    expect(splitAuthors(text)).toEqual(expected)
  })
  it('leaves a name without comma as it is', () => {
    expect(givenFirst('Ann B. Lee')).toBe('Ann B. Lee')
  })
})

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.1000/AbC', ['doi:10.1000/abc']],
    ['doi: 10.1000/xyz).', ['doi:10.1000/xyz']],
    ['10.1000/a(1)b', ['doi:10.1000/a(1)b']],
    [
      'http://dx.doi.org/10.1002/(SICI)1097(1990)41:6%3C391::AID%3E3.0.CO;2-9',
      ['doi:10.1002/(sici)1097(1990)41:6<391::aid>3.0.co;2-9'],
    ],
    ['https://dl.acm.org/doi/pdf/10.1145/3.4', ['doi:10.1145/3.4']],
    ['10.48550/arXiv.1706.03762', ['doi:10.48550/arxiv.1706.03762', 'arxiv:1706.03762']],
    ['10.18653/v1/P19-1001', ['doi:10.18653/v1/p19-1001', 'acl:P19-1001']],
    ['10.18653/v1/2020.acl-main.1', ['doi:10.18653/v1/2020.acl-main.1', 'acl:2020.acl-main.1']],
    ['arXiv:1706.03762v5 [cs.CL]', ['arxiv:1706.03762']],
    ['1706.03762', ['arxiv:1706.03762']],
    ['https://arxiv.org/pdf/1706.03762v5.pdf', ['arxiv:1706.03762']],
    ['http://arxiv.org/abs/hep-th/9901001v2', ['arxiv:hep-th/9901001']],
    ['math.GT/0309136', ['arxiv:math/0309136']],
    ['oai:arXiv.org:0901.2443', ['arxiv:0901.2443']],
    ['P19-1001', ['acl:P19-1001']],
    ['https://aclanthology.org/2020.acl-main.1/', ['acl:2020.acl-main.1']],
    ['https://www.aclweb.org/anthology/P18-1001.pdf', ['acl:P18-1001']],
    ['https://openalex.org/W123', ['openalex:W123']],
    ['10.1007', []],
    ['9999.12345', []],
    ['and/or', []],
    ['12345', []],
    ['https://example.org/10.1000/x', []],
  ])('%s', (text, expected) => {
    expect(identifiersIn(text)).toEqual(expected)
  })
})

describe('years', () => {
  it.each([
    [2019, 2019],
    ['2019-05-01', 2019],
    ['12 May 2019', 2019],
    ['20190501', 2019],
    [1546300800000, 2019],
    ['05/2019', 2019],
    ['n.d.', null],
    [19, null],
    ['12019', null],
    [null, null],
  ])('%s', (value, expected) => {
    expect(yearOf(value)).toBe(expected)
  })
})
