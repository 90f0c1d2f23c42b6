import { createAssisted } from '../../assisted/create-assisted.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'

const zhihu: AssistedPlatform = {
  platform: 'zhihu',
  editors: {
    article: {
      fields: ['title', 'body', 'tags'],
      url: 'https://zhuanlan.zhihu.com/write',
      phoneUrl: null,
      steps: [steps.open('知乎写文章页面', 'Zhihu’s page for articles'), steps.copy, steps.marks],
    },
  },
  pieces: [{ path: /^\/p\/\d{6,}\/?(?:\?|$)/u, parameters: [] }],
  shortHosts: [],
  goneWords: ['你似乎来到了没有知识存在的荒原'],
  closed: null,
}

export const zhihuConnector = createAssisted(zhihu)
