import { createAssisted } from '../../assisted/create-assisted.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'

const toutiao: AssistedPlatform = {
  platform: 'toutiao',
  editors: {
    article: {
      fields: ['title', 'body'],
      url: 'https://mp.toutiao.com/profile_v4/graphic/publish',
      phoneUrl: null,
      steps: [
        steps.open('头条号后台', 'Toutiao’s author page'),
        steps.copy,
        steps.marks,
        { zh: '选好展示封面', en: 'Choose the cover' },
      ],
    },
  },
  pieces: [{ path: /^\/(?:article|i|a|w)\/?\d{15,20}\/?(?:\?|$)/u, parameters: [] }],
  shortHosts: ['m.toutiao.com'],
  goneWords: ['抱歉，你访问的内容不存在', '该内容已删除'],
  closed: null,
}

export const toutiaoConnector = createAssisted(toutiao)
