import type { EarlyCode } from '@mozhou/contracts/errors.early.zh'
import { earlyErrorsZh } from '@mozhou/contracts/errors.early.zh'
import type { ShownCode } from '@mozhou/contracts/errors'
import { rulesZh, waitsZh } from '@mozhou/contracts/rules.zh'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'
import { workZh } from './work.zh.ts'

/** Words that are there from the first bytes on; an app may bring its own for the codes of the late ones. */
type ErrorWords = Record<EarlyCode, string> & Partial<Record<ShownCode, string>>

/** Words of the kit itself; the source dictionary. `en.ts` must have the same keys. */
export const uiZh = {
  ...workZh,
  errors: earlyErrorsZh as ErrorWords,
  ui: {
    retry: '重试',
    cancel: '取消',
    close: '关闭',
    save: '保存',
    loading: '正在加载',
    partFailed: '页面的这一部分没能加载',
    partFailedHint: '检查网络后重试；还是不行就刷新页面，填好的表单会保留。',
    loadMore: '加载更多',
    noMatchHint: '换个筛选条件试试。',
    clearFilters: '清除筛选',
    allShown: (count: string) => `共 ${count} 条，已全部显示`,
    shownSoFar: (count: string) => `已显示 ${count} 条`,
    errorTitle: '没能加载出来',
    errorWithCode: (code: string) => `这次没有成功（${code}）。请刷新页面看结果，再决定要不要重试。`,
    ...waitsZh,
    requestId: (id: string) => `请求编号 ${id}`,
    showPassword: '显示密码',
    hidePassword: '隐藏密码',
    capsLock: '大写锁定已打开',
    increase: '增加',
    decrease: '减少',
    choose: '请选择',
    removeTag: (tag: string) => `移除“${tag}”`,
    tagRemoved: (tag: string) => `已移除“${tag}”`,
    tagAdded: (tag: string) => `已添加“${tag}”`,
    tagCount: (count: string, maximum: string) => `${count}/${maximum}`,
    moreOptions: '更多选项',
    fewerOptions: '收起选项',
    required: '必填',
    optional: '选填',
    notifications: '通知',
    copied: '已复制',
    skipToContent: '跳到正文',
    navigation: '导航',
    breadcrumbs: '当前位置',
    openNavigation: '打开导航',
    userMenu: (name: string) => `${name}的菜单`,
    themeLabel: '外观',
    languageLabel: '语言',
    logout: '退出登录',
    loggedOut: '已退出登录',
    login: { login: '用户名或邮箱', password: '密码', submit: '登录' },
    theme: { system: '跟随系统', light: '浅色', dark: '深色' },
    language: { 'zh-CN': '简体中文', en: 'English' },
    clearForm: '清空表单',
    draftWithTabAlone: '另一个标签页里也填着这张表单，还没提交。这里填的只留在这个标签页，不会盖掉那边的。',
    suggestions: '常用：',
    done: '已完成',
    now: '进行中',
    notYet: '未开始',
    failed: '失败',
    reload: '刷新页面',
    crashed: '页面出了点问题',
  },
  rules: rulesZh,
  vendors: {
    openai: 'OpenAI',
    anthropic: 'Anthropic',
    baidu: '百度文心',
    zhipu: '智谱',
    qwen: '通义千问',
    stability: 'Stability AI',
    automatic1111: 'AUTOMATIC1111（自建）',
  } satisfies Record<VendorKey, string> as Record<VendorKey, string>,
}

/** Texts widened to `string`, so that another language fits. */
export type UiDictionary = typeof uiZh

/** What the kit says in the app's own words. */
export type AppDictionary = UiDictionary & {
  app: {
    name: string
    sandbox: string
    sandboxHint: string
    notFoundTitle: string
    notFoundHint: string
    backHome: string
  }
}
