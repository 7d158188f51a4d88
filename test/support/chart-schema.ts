import { allElements, elements, textOf, type XmlElement } from './xml.ts';

/**
 * The content of the elements of a chart part and its drawing part, written apart from the program after ECMA-376, transitional
 * (dml-chart, dml-chartDrawing, dml-main): children in order, `?` at most one, `*` any, `+` some, `|` a choice.
 */
const AXIS =
  'axId scaling delete? axPos majorGridlines? minorGridlines? title? numFmt? majorTickMark? minorTickMark? tickLblPos? spPr? txPr? crossAx (crosses|crossesAt)?';
const SERIES = 'idx order tx? spPr?';
const LABEL = 'numFmt? spPr? txPr? dLblPos? showLegendKey? showVal? showCatName? showSerName? showPercent? showBubbleSize? separator?';
const FILL = '(noFill|solidFill|gradFill|blipFill|pattFill|grpFill)?';
const SHAPE = `xfrm? (custGeom|prstGeom)? ${FILL} ln? (effectLst|effectDag)? scene3d? sp3d? extLst?`;
const TEXT = 'bodyPr lstStyle? p+';
const CHARACTERS = `ln? ${FILL} (effectLst|effectDag)? highlight? latin? ea? cs? sym? hlinkClick? hlinkMouseOver? rtl? extLst?`;
const DATA = '(multiLvlStrRef|numRef|numLit|strRef|strLit)';
const NUMBERS = '(numRef|numLit)';
const COLOR = '(scrgbClr|srgbClr|hslClr|sysClr|schemeClr|prstClr)';
const OBJECT = '(sp|grpSp|graphicFrame|cxnSp|pic)';
const PLOTS =
  '(areaChart|area3DChart|lineChart|line3DChart|stockChart|radarChart|scatterChart|pieChart|pie3DChart|doughnutChart|barChart|bar3DChart|ofPieChart|surfaceChart|surface3DChart|bubbleChart)';

/** By the name of an element, or by its parent and its own name where the parent decides. */
const CONTENT: Readonly<Record<string, string>> = {
  'c:chartSpace':
    'date1904? lang? roundedCorners? style? clrMapOvr? pivotSource? protection? chart spPr? txPr? externalData? printSettings? userShapes? extLst?',
  'c:chart':
    'title? autoTitleDeleted? pivotFmts? view3D? floor? sideWall? backWall? plotArea legend? plotVisOnly? dispBlanksAs? showDLblsOverMax? extLst?',
  'c:plotArea': `layout? ${PLOTS}+ (valAx|catAx|dateAx|serAx)* dTable? spPr? extLst?`,
  'c:layout': 'manualLayout? extLst?',
  'c:manualLayout': 'layoutTarget? xMode? yMode? wMode? hMode? x? y? w? h? extLst?',
  'c:barChart': 'barDir grouping? varyColors? ser* dLbls? gapWidth? overlap? serLines* axId axId extLst?',
  'c:lineChart': 'grouping varyColors? ser* dLbls? dropLines? hiLowLines? upDownBars? marker? smooth? axId axId extLst?',
  'c:areaChart': 'grouping? varyColors? ser* dLbls? dropLines? axId axId extLst?',
  'c:scatterChart': 'scatterStyle varyColors? ser* dLbls? axId axId extLst?',
  'c:bubbleChart': 'varyColors? ser* dLbls? bubble3D? bubbleScale? showNegBubbles? sizeRepresents? axId axId extLst?',
  'c:doughnutChart': 'varyColors? ser* dLbls? firstSliceAng? holeSize? extLst?',
  'c:pieChart': 'varyColors? ser* dLbls? firstSliceAng? extLst?',
  'c:barChart/c:ser': `${SERIES} invertIfNegative? pictureOptions? dPt* dLbls? trendline* errBars? cat? val? shape? extLst?`,
  'c:lineChart/c:ser': `${SERIES} marker? dPt* dLbls? trendline* errBars? cat? val? smooth? extLst?`,
  'c:areaChart/c:ser': `${SERIES} pictureOptions? dPt* dLbls? trendline* errBars? errBars? cat? val? extLst?`,
  'c:scatterChart/c:ser': `${SERIES} marker? dPt* dLbls? trendline* errBars? errBars? xVal? yVal? smooth? extLst?`,
  'c:bubbleChart/c:ser': `${SERIES} invertIfNegative? dPt* dLbls? trendline* errBars? errBars? xVal? yVal? bubbleSize? bubble3D? extLst?`,
  'c:doughnutChart/c:ser': `${SERIES} explosion? dPt* dLbls? cat? val? extLst?`,
  'c:pieChart/c:ser': `${SERIES} explosion? dPt* dLbls? cat? val? extLst?`,
  'c:dPt': 'idx invertIfNegative? marker? bubble3D? explosion? spPr? pictureOptions? extLst?',
  'c:dLbls': `dLbl* (delete|${LABEL} showLeaderLines? leaderLines?) extLst?`,
  'c:dLbl': `idx (delete|layout? tx? ${LABEL}) extLst?`,
  'c:ser/c:marker': 'symbol? size? spPr? extLst?',
  'c:dPt/c:marker': 'symbol? size? spPr? extLst?',
  'c:errBars': 'errDir? errBarType errValType noEndCap? plus? minus? val? spPr? extLst?',
  'c:tx': '(strRef|rich|v)',
  'c:cat': DATA,
  'c:xVal': DATA,
  'c:val': NUMBERS,
  'c:yVal': NUMBERS,
  'c:bubbleSize': NUMBERS,
  'c:plus': NUMBERS,
  'c:minus': NUMBERS,
  'c:strRef': 'f strCache? extLst?',
  'c:numRef': 'f numCache? extLst?',
  'c:strCache': 'ptCount? pt* extLst?',
  'c:numCache': 'formatCode? ptCount? pt* extLst?',
  'c:pt': 'v',
  'c:extLst': 'ext*',
  'c:ext': '(dlblFieldTable? showDataLabelsRange|datalabelsRange)',
  'c15:datalabelsRange': 'f dlblRangeCache?',
  'c15:dlblRangeCache': 'ptCount? pt*',
  'c:catAx': `${AXIS} auto? lblAlgn? lblOffset? tickLblSkip? tickMarkSkip? noMultiLvlLbl? extLst?`,
  'c:valAx': `${AXIS} crossBetween? majorUnit? minorUnit? dispUnits? extLst?`,
  'c:dateAx': `${AXIS} auto? lblOffset? baseTimeUnit? majorUnit? majorTimeUnit? minorUnit? minorTimeUnit? extLst?`,
  'c:scaling': 'logBase? orientation? max? min? extLst?',
  'c:majorGridlines': 'spPr?',
  'c:leaderLines': 'spPr?',
  'c:externalData': 'autoUpdate?',
  'c:spPr': SHAPE,
  'c:txPr': TEXT,
  'c:rich': TEXT,
  'c:userShapes': '(relSizeAnchor|absSizeAnchor)*',
  'c:chartSpace/c:userShapes': '',
  'cdr:relSizeAnchor': `from to ${OBJECT}`,
  'cdr:absSizeAnchor': `from ext ${OBJECT}`,
  'cdr:from': 'x y',
  'cdr:to': 'x y',
  'cdr:sp': 'nvSpPr spPr style? txBody?',
  'cdr:cxnSp': 'nvCxnSpPr spPr style?',
  'cdr:nvSpPr': 'cNvPr cNvSpPr',
  'cdr:nvCxnSpPr': 'cNvPr cNvCxnSpPr',
  'cdr:spPr': SHAPE,
  'cdr:txBody': TEXT,
  'a:xfrm': 'off? ext?',
  'a:prstGeom': 'avLst?',
  'a:avLst': 'gd*',
  'a:ln': '(noFill|solidFill|gradFill|pattFill)? (prstDash|custDash)? (round|bevel|miter)? headEnd? tailEnd? extLst?',
  'a:solidFill': `${COLOR}?`,
  'a:schemeClr': '(satMod|lumMod|lumOff)*',
  'a:pattFill': 'fgClr? bgClr?',
  'a:fgClr': COLOR,
  'a:bgClr': COLOR,
  'a:bodyPr': 'prstTxWarp? (noAutofit|normAutofit|spAutoFit)? scene3d? (sp3d|flatTx)? extLst?',
  'a:p': 'pPr? (r|br|fld)* endParaRPr?',
  'a:r': 'rPr? t',
  'a:fld': 'rPr? pPr? t?',
  'a:pPr': 'lnSpc? spcBef? spcAft? buNone? tabLst? defRPr? extLst?',
  'a:defRPr': CHARACTERS,
  'a:rPr': CHARACTERS,
  'a:endParaRPr': CHARACTERS,
};

/** The names of an element's children, each closed by a semicolon, as a pattern. */
const PATTERNS = new Map(
  Object.entries(CONTENT).map(([name, model]) => [name, new RegExp(`^(?:${model.replace(/\w+/g, '(?:$&;)').replaceAll(' ', '')})$`)]),
);

/** Elements with text or without children: what stands in them is checked by `VALUES`. */
const LEAVES =
  /^(?:c15:(?:f|dlblFieldTable|showDataLabelsRange)|c:(?:f|v|formatCode|numFmt)|a:(?:t|lstStyle|noFill|latin|ea|cs|off|ext|gd|prstDash|round|srgbClr|alpha|satMod|lumMod|lumOff)|cdr:(?:x|y|cNvPr|cNvSpPr|cNvCxnSpPr))$/;

const number =
  (least: number, most: number) =>
  (text: string): boolean =>
    text !== '' && Number(text) >= least && Number(text) <= most;
const one =
  (...texts: readonly string[]) =>
  (text: string): boolean =>
    texts.includes(text);
const flag = one('0', '1');
const COUNT = number(0, 4294967295);
const ANY_NUMBER = number(-Number.MAX_VALUE, Number.MAX_VALUE);

/** What `val` may be. */
const VALUES: Readonly<Record<string, (text: string) => boolean>> = {
  idx: COUNT,
  order: COUNT,
  ptCount: COUNT,
  axId: COUNT,
  crossAx: COUNT,
  gapWidth: number(0, 500),
  overlap: number(-100, 100),
  holeSize: number(10, 90),
  bubbleScale: number(0, 300),
  firstSliceAng: number(0, 360),
  size: number(2, 72),
  lblOffset: number(0, 1000),
  tickLblSkip: number(1, 4294967295),
  tickMarkSkip: number(1, 4294967295),
  majorUnit: number(Number.MIN_VALUE, Number.MAX_VALUE),
  max: ANY_NUMBER,
  min: ANY_NUMBER,
  crossesAt: ANY_NUMBER,
  x: ANY_NUMBER,
  y: ANY_NUMBER,
  w: number(0, 1),
  h: number(0, 1),
  barDir: one('bar', 'col'),
  grouping: one('clustered', 'standard', 'stacked', 'percentStacked'),
  orientation: one('minMax', 'maxMin'),
  axPos: one('b', 'l', 'r', 't'),
  crosses: one('autoZero', 'max', 'min'),
  crossBetween: one('between', 'midCat'),
  tickLblPos: one('high', 'low', 'nextTo', 'none'),
  majorTickMark: one('cross', 'in', 'none', 'out'),
  minorTickMark: one('cross', 'in', 'none', 'out'),
  symbol: one('circle', 'dash', 'diamond', 'dot', 'none', 'picture', 'plus', 'square', 'star', 'triangle', 'x', 'auto'),
  errDir: one('x', 'y'),
  errBarType: one('both', 'minus', 'plus'),
  errValType: one('cust', 'fixedVal', 'percentage', 'stdDev', 'stdErr'),
  dLblPos: one('b', 'bestFit', 'ctr', 'inBase', 'inEnd', 'l', 'outEnd', 'r', 't'),
  dispBlanksAs: one('span', 'gap', 'zero'),
  sizeRepresents: one('area', 'w'),
  scatterStyle: one('none', 'line', 'lineMarker', 'marker', 'smooth', 'smoothMarker'),
  layoutTarget: one('inner', 'outer'),
  xMode: one('edge', 'factor'),
  yMode: one('edge', 'factor'),
  lblAlgn: one('ctr', 'l', 'r'),
  baseTimeUnit: one('days', 'months', 'years'),
  lang: (text) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(text),
  ...Object.fromEntries(
    [
      'date1904 roundedCorners autoTitleDeleted plotVisOnly delete varyColors invertIfNegative bubble3D smooth marker auto noMultiLvlLbl',
      'showLegendKey showVal showCatName showSerName showPercent showBubbleSize showNegBubbles showLeaderLines showDataLabelsRange noEndCap autoUpdate',
    ]
      .join(' ')
      .split(' ')
      .map((name) => [name, flag]),
  ),
};

/** Where labels may stand (21.2.3.10 and what Office really opens): a wrong place is a known cause of the repair prompt. */
const POSITIONS: Readonly<Record<string, readonly string[]>> = {
  'c:barChart clustered': ['ctr', 'inBase', 'inEnd', 'outEnd'],
  'c:barChart stacked': ['ctr', 'inBase', 'inEnd'],
  'c:barChart percentStacked': ['ctr', 'inBase', 'inEnd'],
  'c:lineChart': ['t', 'b', 'l', 'r', 'ctr'],
  'c:scatterChart': ['t', 'b', 'l', 'r', 'ctr'],
  'c:bubbleChart': ['t', 'b', 'l', 'r', 'ctr'],
  'c:pieChart': ['bestFit', 'ctr', 'inEnd', 'outEnd'],
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What an element is not allowed to hold or say, with all below it. */
const checkContent = (element: XmlElement, parent: string, found: Set<string>): void => {
  const { name, attributes } = element;
  const children = elements(element);
  const pattern = PATTERNS.get(`${parent}/${name}`) ?? PATTERNS.get(name);
  const { val } = attributes;
  if (val !== undefined && children.length === 0 && name.startsWith('c:')) {
    const allowed = VALUES[localName(name)];
    if (!allowed) found.add(`${parent}/${name} is not in the table of this test`);
    else if (!allowed(val)) found.add(`${name} is "${val}"`);
  } else if (pattern) {
    const names = children.map((c) => `${localName(c.name)};`).join('');
    if (!pattern.test(names)) found.add(`${parent}/${name} holds ${names}`);
  } else if (!LEAVES.test(name)) found.add(`${parent}/${name} is not in the table of this test`);
  if ((name === 'cdr:x' || name === 'cdr:y') && !number(0, 1)(textOf(element))) found.add(`${name} is ${textOf(element)}`);
  if (name === 'c:numFmt' && (attributes['formatCode'] ?? '') === '') found.add('c:numFmt is empty');
  for (const child of children) checkContent(child, name, found);
};

const text = (parent: XmlElement, name: string): string | undefined => elements(parent, name)[0]?.attributes['val'];

/** Labels that stand where their kind of plot has no place, points and labels beyond the cells, axes named by one side alone. */
const chartFindings = (root: XmlElement): readonly string[] => {
  const plots = allElements(root, 'c:plotArea').flatMap((area) => elements(area));
  const axes = plots.filter((p) => /Ax$/.test(p.name));
  const axisIds = axes.map((a) => text(a, 'c:axId'));
  const orders = allElements(root, 'c:ser').map((s) => text(s, 'c:idx'));
  return [
    ...(new Set(orders).size === orders.length ? [] : ['two series of one index']),
    ...axes.filter((a) => !axisIds.includes(text(a, 'c:crossAx'))).map((a) => `${a.name} crosses no axis`),
    ...axes
      .flatMap((a) => elements(a, 'c:scaling'))
      .filter(
        (s) =>
          Number(text(s, 'c:min') ?? 0) >= Number(text(s, 'c:max') ?? 1) &&
          text(s, 'c:max') !== undefined &&
          text(s, 'c:min') !== undefined,
      )
      .map(() => 'an axis whose minimum is not below its maximum'),
    ...plots
      .filter((p) => /Chart$/.test(p.name))
      .flatMap((plot) => {
        const legal = POSITIONS[plot.name] ?? POSITIONS[`${plot.name} ${text(plot, 'c:grouping') ?? ''}`] ?? [];
        const ids = elements(plot, 'c:axId').map((a) => a.attributes['val']);
        const illegal = allElements(plot, 'c:dLblPos').filter((p) => !legal.includes(p.attributes['val'] ?? ''));
        return [
          ...ids.filter((id) => !axisIds.includes(id)).map((id) => `${plot.name} stands on no axis ${id}`),
          ...illegal.map((p) => `a label of ${plot.name} at ${p.attributes['val']}`),
          ...elements(plot, 'c:ser').flatMap((series) => {
            const most = Math.max(...allElements(series, 'c:ptCount').map((c) => Number(c.attributes['val'])));
            const at = (list: readonly XmlElement[]): readonly number[] => list.map((e) => Number(text(e, 'c:idx')));
            const [points, labels] = [at(elements(series, 'c:dPt')), at(allElements(series, 'c:dLbl'))];
            const ascending = (list: readonly number[]): boolean => list.every((n, i) => i === 0 || n > (list[i - 1] ?? 0));
            return [
              ...([...points, ...labels].some((i) => i >= most) ? ['a point beyond the cells'] : []),
              ...(ascending(points) && ascending(labels) ? [] : ['points out of order']),
            ];
          }),
        ];
      }),
  ];
};

/** What in a chart part or a chart's drawing part is not as the standard has it. */
export const schemaFindings = (root: XmlElement): readonly string[] => {
  const found = new Set(root.name === 'c:chartSpace' ? chartFindings(root) : []);
  checkContent(root, '', found);
  return [...found];
};
