import type { Block } from '@mozhou/text/blocks'
import { countText } from '../counting.ts'
import type { Body } from '../platform-package.ts'
import type { PlatformKey } from '../platforms.ts'
import { limitTables } from '../rules/limits/tables.ts'
import { measuredHtml } from '../rules/measure.ts'
import { themes } from '../themes.ts'
import type { ThemeKey } from '../themes.ts'
import type { Adapting } from './adapting.ts'
import { plainDialects } from './html/plain-dialects.ts'
import { plainHtml } from './html/plain-html.ts'
import { wechatHtml } from './html/wechat-html.ts'
import { lightened, wechatStyles } from './html/wechat-styles.ts'
import { writeMarkdown } from './write-markdown.ts'

export interface ArticleOptions {
  theme: ThemeKey
  label: string | null
}

type ArticleWriter = (blocks: readonly Block[], options: ArticleOptions, adapting: Adapting) => Body

const plain =
  (platform: keyof typeof plainDialects): ArticleWriter =>
  (blocks, { label }, adapting) => ({
    form: 'html',
    html: plainHtml(blocks, label, plainDialects[platform], adapting),
  })

/** Those that take articles; a new platform is one line. */
export const articleWriters: Readonly<Partial<Record<PlatformKey, ArticleWriter>>> = {
  wechat_official: wechatArticle,
  toutiao: plain('toutiao'),
  baijiahao: plain('baijiahao'),
  zhihu: plain('zhihu'),
  jianshu: (blocks, { label }, adapting) => ({ form: 'markdown', markdown: writeMarkdown(blocks, label, adapting) }),
}

/** The limit counts markup: a long work gives up its theme before it is refused. */
function wechatArticle(blocks: readonly Block[], { theme, label }: ArticleOptions, adapting: Adapting): Body {
  const themed = wechatHtml(blocks, label, wechatStyles(themes[theme]), adapting)
  const limit = limitTables.wechat_official.find(({ unit }) => unit === 'html_characters')?.hard ?? Infinity
  if (countText('html_characters', measuredHtml(themed)) <= limit) return { form: 'html', html: themed }
  adapting.changes.add('theme_lightened', theme)
  return { form: 'html', html: lightened(themed) }
}
