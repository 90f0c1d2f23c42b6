/** Words for one broken rule, around the field's name: “文章主题至少 2 个字”. The source dictionary of these. */
export const rulesZh = {
  required: (field: string) => `请填写${field}`,
  chooseOne: (field: string) => `请选择${field}`,
  minText: (field: string, minimum: string) => `${field}至少 ${minimum} 个字`,
  maxText: (field: string, maximum: string) => `${field}最多 ${maximum} 个字`,
  minItems: (field: string, minimum: string) => `${field}至少 ${minimum} 个`,
  maxItems: (field: string, maximum: string) => `${field}最多 ${maximum} 个`,
  minNumber: (field: string, minimum: string) => `${field}不能小于 ${minimum}`,
  maxNumber: (field: string, maximum: string) => `${field}不能大于 ${maximum}`,
  integer: (field: string) => `${field}要填整数`,
  number: (field: string) => `${field}要填数字`,
  text: (field: string) => `${field}要是文字`,
  list: (field: string) => `${field}要是列表`,
  object: (field: string) => `${field}要是对象`,
  boolean: (field: string) => `${field}只能是 true 或 false`,
  multipleOf: (field: string, step: string) => `${field}要是 ${step} 的倍数`,
  email: (field: string) => `${field}格式不对，例如 name@example.com`,
  url: (field: string) => `${field}要填完整网址，例如 https://example.com`,
  datetime: (field: string) => `${field}要填带时区的时间，例如 2026-11-27T08:00:00+08:00`,
  day: (field: string) => `${field}要填日期，例如 2026-11-27`,
  yearRange: (field: string) => `${field}要在 2000 年到 2100 年之间`,
  afterFrom: (field: string) => `${field}要晚于开始时间`,
  pattern: (field: string) => `${field}含有不能使用的字符`,
  maxBytes: (field: string, maximum: string) => `${field}太长，最多 ${maximum} 个字节`,
  id: (field: string) => `${field}不是有效的编号`,
  json: (field: string) => `${field}不是有效的 JSON 对象`,
  utf8: (field: string) => `${field}不是有效的 UTF-8`,
  tooDeep: (field: string, maximum: string) => `${field}嵌套太深，最多 ${maximum} 层`,
  tooManyFields: (field: string, maximum: string) => `${field}里的字段太多，一个对象最多 ${maximum} 个`,
  contentEncoding: (field: string) => `${field}无法解压，与 Content-Encoding 不符`,
  wholeCharacters: (field: string) => `${field}里有不完整的字符（单独的代理码元）`,
  unique: (field: string) => `${field}不能重复`,
  printable: (field: string) => `${field}要用 1–255 个可打印的字符`,
  publicAddress: (field: string) =>
    `${field}只能是公网上的 https 地址，不能是内网、本机或云厂商元数据地址，也不能带用户名密码`,
  replacementSelf: (field: string) => `${field}不能是这个模型自己`,
  replacementUnknown: (field: string) => `${field}不存在或已删除，请选目录里的模型`,
  replacementCapability: (field: string) => `${field}要和这个模型能力相同`,
  replacementCycle: (field: string) => `${field}会绕回这个模型，请选一个不由它替代的模型`,
  dayRange: (field: string) => `${field}不能早于开始日期，最多一年`,
  calendarDate: (field: string) => `${field}要写日历上有的年月日，例如 2026年11月24日`,
  referralCode: (field: string) => `${field}是 8 位字母和数字，不含 0、1、I、O，请核对或留空`,
  idNumber: (field: string) => `${field}不对，请按身份证核对 18 位号码`,
  notZero: (field: string) => `${field}不能为 0`,
  cursor: (field: string) => `${field}要用这个列表上一页给出的 nextCursor`,
  selection: (field: string) => `${field}与这个位置上的文字不一致`,
  unknownField: (field: string) => `${field}不是这里的字段，请核对名称`,
  termsVersion: () => '请先阅读并同意现行的用户协议和隐私政策',
  other: (field: string) => `${field}不符合要求`,
}

/** Texts widened to `string`, so that another language fits. */
export type RuleWords = typeof rulesZh

/** How long `{{ wait }}` in an error is. */
export const waitsZh = {
  aWhile: '过一会儿',
  seconds: (count: string) => ` ${count} 秒`,
  minutes: (count: string) => ` ${count} 分钟`,
}
export type WaitWords = typeof waitsZh
