import { platformKeys, takesContent } from '../../platforms.ts'
import { law } from './line.ts'
import type { FindingLine } from './line.ts'

const labelLaw = law('《人工智能生成合成内容标识办法》第四、五、十条；GB 45438-2025')

export const labelLines: readonly FindingLine[] = [
  {
    code: 'ai.declaration_impossible',
    finder: 'declaration_impossible',
    severity: 'block',
    field: 'declarations',
    from: '2025-09-01',
    source: labelLaw,
    wording: {
      zh: '平台要求声明 AI 生成，这种发布方式做不到：请改用草稿或人工发布',
      en: 'The platform asks for a declaration of AI, and this way of publishing cannot make it: use a draft, or post by hand',
    },
  },
  {
    code: 'ai.declaration_by_hand',
    finder: 'declaration_by_hand',
    severity: 'info',
    field: 'declarations',
    from: '2025-09-01',
    source: labelLaw,
    wording: { zh: '发布时请勾选平台的 AI 声明', en: 'Tick the platform’s declaration of AI when posting' },
  },
  {
    code: 'ai.label_missing',
    finder: 'label_missing',
    severity: 'block',
    field: 'body',
    from: '2025-09-01',
    source: labelLaw,
    wording: { zh: '正文里没有看得见的 AI 标识', en: 'The text has no visible AI label' },
  },
  {
    code: 'ai.media_label_missing',
    finder: 'media_label_missing',
    severity: 'block',
    field: 'media',
    from: '2025-09-01',
    source: labelLaw,
    wording: { zh: 'AI 生成的图片没有看得见的标识', en: 'A picture that AI made has no visible label' },
  },
  {
    code: 'ai.media_file_label_missing',
    finder: 'media_file_label_missing',
    severity: 'warn',
    field: 'media',
    from: '2025-09-01',
    source: labelLaw,
    wording: { zh: 'AI 生成的文件没有写入隐式标识', en: 'The file of a picture or film that AI made does not say so' },
  },
  {
    code: 'ai.film_label_unseen',
    finder: 'film_label_unseen',
    severity: 'warn',
    platforms: platformKeys.filter((key) => takesContent(key, 'video')),
    types: ['video'],
    field: 'media',
    from: '2025-09-01',
    source: labelLaw,
    wording: {
      zh: '含 AI 内容的视频，片头要有看得见的标识（至少 2 秒）：这里看不到画面，请自己核对',
      en: 'A film with AI in it shows a label at its beginning, for two seconds at least: nobody here looks at it, so see to it yourself',
    },
  },
]
