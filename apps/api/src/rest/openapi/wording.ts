import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { Wording } from '@mozhou/contracts/wording'

export function pick(locale: Locale): (wording: Wording) => string {
  return (wording) => (locale === 'en' ? wording.en : wording.zh)
}

export const about = {
  title: { zh: '墨舟 REST 接口', en: 'Mozhou REST API' },
  description: {
    zh: [
      '与网页相同的过程，用普通的 HTTP 和 JSON 调用。',
      '**认证**：`Authorization: Bearer …`，填登录得到的 accessToken，或在“设置”里创建的 API 密钥（`mz_live_…`）。密钥只能做它的权限范围内的事，不能管理账号，也不能用于运营接口。',
      '**命名**：属性是 camelCase，请求里也接受 snake_case。不认识的属性和查询参数一律拒绝（400，规则 unrecognized_keys，path 是发来时的名称）。工具名用 `-` 或 `_` 均可，也接受中文名。',
      '**时间**：带 `Z` 或时区的 ISO 8601 时间，例如 `2026-11-27T08:00:00+08:00`；日期按北京时间，写作 `2026-11-27`。年份在 2000–2100 之间。回答里的时间一律是 UTC。',
      '**重试**：会扣积分或复制作品的 POST 请带上 `Idempotency-Key`。同一个键重复调用只生效一次，得到同样的回答；用在不同内容上会得到 409。重复得到的回答带有 `Idempotent-Replayed: true`。因积分不足或没有可用模型而被拒也是回答：充值后请换一个键。键保留 30 天。',
      '**错误**：一律是 `{ error: { code, message, params, fields, requestId } }`，message 的语言取决于 Accept-Language；没有指明时用账号里设置的语言，再没有就用中文。params 是这个错误涉及的值，例如 CREATION_CONFLICT 的 currentVersionId。',
      '**文字**：首尾的空白和 NUL 会去掉，然后按 UTF-16 码元计长度。',
      '**尚未提供**：产品文档里列出而还没有的地址回答 501 NOT_IMPLEMENTED。',
      '**限流**：见响应头 `RateLimit-Policy` 与 `RateLimit`；超出时返回 429 和 `Retry-After`。',
    ].join('\n\n'),
    en: [
      'The same procedures as the apps, over plain HTTP and JSON.',
      '**Authentication**: `Authorization: Bearer …` with the accessToken of a sign-in, or with an API key (`mz_live_…`) made in settings. A key does what its scopes name; it never manages the account and never reaches what is for operators.',
      '**Names**: properties are camelCase; requests may use snake_case too. Properties and query parameters that are not known are refused (400, rule unrecognized_keys, with the path as it was sent). Tools are named with `-` or `_`, or by their Chinese name.',
      '**Times**: ISO 8601 with `Z` or an offset, for example `2026-11-27T08:00:00+08:00`; days are those of Shanghai, written `2026-11-27`. The years are 2000 to 2100. Answers tell times in UTC.',
      '**Repeating**: send an `Idempotency-Key` with every POST that charges or makes a copy. A repeat has no effect of its own and gets the same answer; the same key with another body is refused with 409. An answer that is given again says so: `Idempotent-Replayed: true`. A refusal for want of credits or of a model is an answer too: after a top-up, use a new key. Keys are kept for 30 days.',
      '**Errors**: always `{ error: { code, message, params, fields, requestId } }`, the message in the language of Accept-Language; without one, in the language of the caller’s account, else in Chinese. params are the values the error is about, such as the currentVersionId of CREATION_CONFLICT.',
      '**Texts**: blanks at both ends and NULs are dropped; lengths are counted afterwards, in UTF-16 code units.',
      '**Not there yet**: an address that the product’s brief names and that nothing serves yet answers 501 NOT_IMPLEMENTED.',
      '**Limits**: in the headers `RateLimit-Policy` and `RateLimit`; beyond them 429 with `Retry-After`.',
    ].join('\n\n'),
  },
  session: {
    zh: '登录得到的 accessToken（JWT，两小时有效，用 /auth/refresh 更新）',
    en: 'accessToken of a sign-in (a JWT good for two hours; /auth/refresh renews it)',
  },
  apiKey: { zh: '在网页“设置”里创建的 API 密钥', en: 'API key made in the settings of the web app' },
  idempotencyKey: {
    zh: '1–255 个可打印字符，每次操作一个；重试时用同一个',
    en: '1 to 255 printable characters, one per operation; use the same one to retry',
  },
  notes: {
    zh: '`true` 时连同工作备注一起导出：待补充、前情记忆、改动说明、译注、逐段对照与术语表、文献核实表',
    en: '`true`: with the working notes too, such as changes, story memory, side-by-side tables and references to verify',
  },
  toolType: {
    zh: '地址是 `/writing/{tool_type}/generate`；工具名里 `_` 与 `-` 等同，也接受中文名。',
    en: 'The address is `/writing/{tool_type}/generate`; in the tool’s name `_` is the same as `-`, and the Chinese name is known too.',
  },
  colon: { zh: '：', en: ': ' },
  replayed: {
    zh: '`true`：这个 Idempotency-Key 用过了，这里是第一次的回答，这一次没有执行',
    en: '`true`: this Idempotency-Key was used before; this is the first answer again, and nothing was done this time',
  },
  form: {
    zh: '请求体也可以直接是表单本身，`modelId` 写在旁边。',
    en: 'The body may also be the form itself, with `modelId` beside its fields.',
  },
  otherNames: { zh: '也可以叫', en: 'may also be called' },
  lastEventId: {
    zh: '上次收到的事件编号（`id:` 行，形如 `1001-2`），从它之后继续；不填或已经太旧，先给一个 snapshot。已收到 done 的编号得到 204，不必再连。只对同一次生成有意义',
    en: 'Id of the last event seen, of its `id:` line, such as `1001-2`; the stream goes on after it. Without one, or with one from too long ago, a snapshot comes first. The id of done gets 204: there is no need to come back. It means something for the same generation alone',
  },
  stream: {
    zh: '事件 reset、snapshot、delta、thinking、retract、done；data 是 JSON',
    en: 'Events reset, snapshot, delta, thinking, retract, done; data is JSON',
  },
  file: { zh: '文件本身，文件名在 Content-Disposition 里', en: 'The file; its name is in Content-Disposition' },
  ended: { zh: '已经看到结尾，不用再来', en: 'The end was seen already; there is nothing to come back for' },
  scope: { zh: '密钥权限', en: 'Key scope' },
} satisfies Record<string, Wording>

export const statusWords: Readonly<Record<number, Wording>> = {
  200: { zh: '成功', en: 'Done' },
  400: { zh: '内容不符合要求，fields 指出字段和规则', en: 'Something does not fit; fields name field and rule' },
  401: { zh: '没有登录，或密钥无效', en: 'Not signed in, or no valid key' },
  402: { zh: '积分不够', en: 'Not enough credits' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '没有找到', en: 'Not found' },
  409: {
    zh: '与现状冲突，或 Idempotency-Key 用在了别的内容上',
    en: 'In conflict with what is, or a reused Idempotency-Key',
  },
  412: { zh: '前提不满足', en: 'Something has to be done first' },
  413: { zh: '请求太大', en: 'Too large' },
  415: { zh: '不是 JSON', en: 'Not JSON' },
  429: { zh: '太频繁', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'A fault of ours' },
  503: { zh: '暂时不可用', en: 'Not available right now' },
}
