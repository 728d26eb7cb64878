import { describe, expect, it } from 'vitest'
import { readText, stated } from './read-text.ts'

const atom = (entries: string) =>
  `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><title>ArXiv Query</title>\n${entries}</feed>`
const entry = (title: string, extra = '') =>
  `<entry><id>http://arxiv.org/abs/1706.03762v2</id><title>${title}</title><summary> We\n do. </summary>${extra}</entry>\n`

describe('XML formats', () => {
  const cases: [string, string, object[]][] = [
    [
      'arXiv Atom',
      atom(
        entry(
          'On\n  $\\alpha$ &amp; more',
          '<published>2017-06-12T00:00:00Z</published><author><name>Ann Lee</name><arxiv:affiliation xmlns:arxiv="x">U</arxiv:affiliation></author><arxiv:doi xmlns:arxiv="x">10.1000/A</arxiv:doi>',
        ),
      ),
      [
        {
          givenId: 'http://arxiv.org/abs/1706.03762v2',
          title: 'On α & more',
          abstract: 'We do.',
          year: 2017,
          authors: ['Ann Lee'],
          url: 'http://arxiv.org/abs/1706.03762v2',
          identifiers: ['arxiv:1706.03762', 'doi:10.1000/a'],
        },
      ],
    ],
    [
      'OAI-PMH, arXiv',
      '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:arXiv.org:hep-th/9901001</identifier></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>hep-th/9901001</id><created>1999-01-01</created><authors><author><keyname>Lee</keyname><forenames>Ann</forenames><suffix>Jr</suffix></author></authors><title>On Gates</title><abstract>We do.</abstract></arXiv></metadata></record><record><header status="deleted"><identifier>oai:arXiv.org:1</identifier></header></record></ListRecords></OAI-PMH>',
      [
        {
          givenId: 'hep-th/9901001',
          title: 'On Gates',
          abstract: 'We do.',
          year: 1999,
          authors: ['Ann Lee Jr'],
          url: 'https://arxiv.org/abs/hep-th/9901001',
          identifiers: ['arxiv:hep-th/9901001'],
        },
      ],
    ],
    [
      'OAI-PMH, arXivRaw',
      '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><header/><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>1706.03762</id><version version="v1"><date>Mon, 12 Jun 2017 00:00:00 GMT</date></version><version version="v5"><date>Sat, 2 Dec 2023 00:00:00 GMT</date></version><title>On Gates</title><authors>Ann Lee, Bo Wu and Cy Ng</authors><doi>10.1000/a 10.1000/b</doi><abstract>We do.</abstract></arXivRaw></metadata></record></GetRecord></OAI-PMH>',
      [
        {
          givenId: '1706.03762',
          title: 'On Gates',
          abstract: 'We do.',
          year: 2017,
          authors: ['Ann Lee', 'Bo Wu', 'Cy Ng'],
          url: 'https://arxiv.org/abs/1706.03762',
          identifiers: ['arxiv:1706.03762', 'doi:10.1000/a', 'doi:10.1000/b'],
        },
      ],
    ],
    [
      'a bare Dublin Core record',
      '<record><header><identifier>oai:arXiv.org:0901.0001</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>On Gates</dc:title><dc:creator>Lee, Ann</dc:creator><dc:description>Comment: 3 pages</dc:description><dc:description> We do.</dc:description><dc:date>2009-01-01</dc:date><dc:identifier>http://arxiv.org/abs/0901.0001</dc:identifier></oai_dc:dc></metadata></record>',
      [
        {
          givenId: 'oai:arXiv.org:0901.0001',
          title: 'On Gates',
          abstract: 'We do.',
          year: 2009,
          authors: ['Ann Lee'],
          url: 'http://arxiv.org/abs/0901.0001',
          identifiers: ['arxiv:0901.0001'],
        },
      ],
    ],
    [
      'ACL Anthology, newer names',
      '<collection id="2020.acl"><volume id="main"><meta><booktitle>Proceedings of <fixed-case>ACL</fixed-case></booktitle><year>2020</year></meta><frontmatter><title>Front</title><url>2020.acl-main.0</url></frontmatter><paper id="1"><title>On <fixed-case>G</fixed-case>ates and <tex-math>\\alpha</tex-math></title><author><first>Ann</first><last>Lee</last></author><abstract>We <i>do</i>.</abstract><doi>10.18653/v1/2020.acl-main.1</doi></paper></volume></collection>',
      [
        {
          givenId: '2020.acl-main.1',
          title: 'On Gates and α',
          abstract: 'We do.',
          year: 2020,
          venue: 'Proceedings of ACL',
          authors: ['Ann Lee'],
          url: 'https://aclanthology.org/2020.acl-main.1',
          identifiers: ['acl:2020.acl-main.1', 'doi:10.18653/v1/2020.acl-main.1'],
        },
      ],
    ],
    [
      'ACL Anthology, older names',
      '<collection id="W19"><volume id="3"><meta><year>2019</year></meta><paper id="7"><title>On Gates</title></paper></volume></collection>',
      [
        {
          givenId: 'W19-0307',
          title: 'On Gates',
          year: 2019,
          url: 'https://aclanthology.org/W19-0307',
          identifiers: ['acl:W19-0307'],
        },
      ],
    ],
    [
      'ACL Anthology, before collections',
      '<volume id="P18"><paper id="1000"><title>Proceedings</title></paper><paper id="1001"><title>On Gates</title><year>2018</year><booktitle>Proc.</booktitle></paper></volume>',
      [
        {
          givenId: 'P18-1001',
          title: 'On Gates',
          year: 2018,
          venue: 'Proc.',
          url: 'https://aclanthology.org/P18-1001',
          identifiers: ['acl:P18-1001'],
        },
      ],
    ],
    [
      'PubMed',
      '<!DOCTYPE PubmedArticleSet PUBLIC "x" "y"><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">17</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>On <i>Gates</i>.</ArticleTitle><Abstract><AbstractText Label="AIM">Why.</AbstractText><AbstractText Label="RESULT">So.</AbstractText></Abstract><AuthorList><Author><LastName>Lee</LastName><ForeName>Ann</ForeName></Author><Author><CollectiveName>The Group</CollectiveName></Author></AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/P</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="pubmed">3</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>',
      [
        {
          givenId: '17',
          title: 'On Gates.',
          abstract: 'AIM: Why. RESULT: So.',
          year: 1998,
          venue: 'J',
          authors: ['Ann Lee', 'The Group'],
          url: 'https://pubmed.ncbi.nlm.nih.gov/17/',
          identifiers: ['doi:10.1000/p', 'pmid:17'],
          references: ['pmid:3'],
        },
      ],
    ],
    [
      'JATS',
      '<article><front><journal-meta><journal-title>J</journal-title></journal-meta><article-meta><article-id pub-id-type="doi">10.1000/J</article-id><title-group><article-title>On <italic>Gates</italic></article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Lee</surname><given-names>Ann</given-names></name></contrib><contrib contrib-type="editor"><name><surname>No</surname></name></contrib></contrib-group><pub-date><year>2001</year></pub-date><abstract abstract-type="graphical"><p>no</p></abstract><abstract><title>Abstract</title><p>We do.</p><p>More.</p></abstract></article-meta></front><body><p>long</p></body><back><ref-list><ref><mixed-citation><pub-id pub-id-type="doi">10.1000/R</pub-id></mixed-citation></ref></ref-list></back></article>',
      [
        {
          givenId: '10.1000/J',
          title: 'On Gates',
          abstract: 'We do. More.',
          year: 2001,
          venue: 'J',
          authors: ['Ann Lee'],
          url: 'https://doi.org/10.1000/J',
          identifiers: ['doi:10.1000/j'],
          references: ['doi:10.1000/r'],
        },
      ],
    ],
    [
      'TEI',
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>On Gates</title></titleStmt><publicationStmt><date when="2018-01-02"/></publicationStmt><sourceDesc><biblStruct><analytic><author><persName><forename>Ann</forename><forename>B</forename><surname>Lee</surname></persName></author></analytic><monogr><title>J</title></monogr><idno type="arXiv">arXiv:1706.03762v1</idno></biblStruct></sourceDesc></fileDesc><profileDesc><abstract><div><head>Abstract</head><p>We do.</p></div></abstract></profileDesc></teiHeader><text><body><p>long</p></body><back><listBibl><biblStruct><idno type="DOI">10.1000/R</idno></biblStruct><biblStruct><idno>1705.08142</idno></biblStruct></listBibl></back></text></TEI>',
      [
        {
          title: 'On Gates',
          abstract: 'We do.',
          year: 2018,
          venue: 'J',
          authors: ['Ann B Lee'],
          identifiers: ['arxiv:1706.03762'],
          references: ['arxiv:1705.08142', 'doi:10.1000/r'],
        },
      ],
    ],
  ]
  it.each(cases)('%s', async (_, text, expected) => {
    for (const piece of [1, 11, 10_000]) {
      const { records, problems } = await readText(text, piece)
      expect(problems).toEqual([])
      expect(records.map(stated)).toEqual(expected)
    }
  })
})

describe('broken and hostile XML', () => {
  it.each([
    ['a missing end tag', '<entry><title>Bad</entry>\n', /unexpected close tag/],
    ['a missing end of the record', '<entry><title>Bad</title>\n', /<entry> has no end/],
    ['an attribute without end', '<entry><link href="x</entry>\n', /record 2/],
  ])('%s is reported with its line', async (_, bad, reason) => {
    const { records, problems } = await readText(atom(entry('First') + bad + entry('Last')))
    expect(records[0]?.title).toBe('First')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 5 })
    expect(problems[0]?.reason).toMatch(reason)
  })

  it('reads what should have been escaped', async () => {
    const { records, problems } = await readText(atom(entry('AT&T, a < b &amp; c &nbsp; &eacute; &#x3b1;')))
    expect(problems).toEqual([])
    expect(records[0]?.title).toBe('AT&T, a < b & c é α')
  })

  it('expands no entity that the file defines', async () => {
    const bomb =
      '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const text = atom(entry('On &b; &x;')).replace('<feed', `${bomb}<feed`)
    const { records } = await readText(text)
    expect(records[0]?.title).toBe('On &b; &x;')
  })

  it('reads several documents one after another', async () => {
    const { records, problems } = await readText(`${atom(entry('First'))}\n${atom(entry('Last'))}`)
    expect(records.map((record) => record.title)).toEqual(['First', 'Last'])
    expect(problems).toEqual([])
  })

  it("reports arXiv's own errors and a feed that is cut off", async () => {
    const error =
      '<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id</summary></entry>'
    expect((await readText(atom(error))).problems[0]?.reason).toContain('incorrect id')
    const cut = await readText(atom(entry('First')).replace('</feed>', '<entry><title>Cut'))
    expect(cut.problems[0]?.reason).toContain('cut off')
  })
})
