import { createAssisted } from '../../assisted/create-assisted.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'

const jianshu: AssistedPlatform = {
  platform: 'jianshu',
  editors: {
    article: {
      fields: ['title', 'body'],
      url: 'https://www.jianshu.com/writer',
      phoneUrl: null,
      steps: [
        steps.open('简书写作页面', 'Jianshu’s writing page'),
        { zh: '把编辑器设为 Markdown', en: 'Set the editor to Markdown' },
        steps.copy,
        steps.marks,
      ],
    },
  },
  pieces: [{ path: /^\/p\/[\da-f]{12}\/?(?:\?|$)/u, parameters: [] }],
  shortHosts: [],
  goneWords: ['您要找的页面不存在', '文章被作者删除'],
  goneBy: { user: ['文章被作者删除'] },
  closed: null,
}

export const jianshuConnector = createAssisted(jianshu)
