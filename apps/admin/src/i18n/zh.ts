import type { SessionDto } from '@mozhou/contracts/accounts/answers'
import type { Role } from '@mozhou/contracts/roles'
import { uiZh } from '@mozhou/ui/i18n/zh'
import { operatorErrorsZh } from './operator-errors.zh.ts'

/** The operators' app in Chinese: the source dictionary. */
export const zh = {
  ...uiZh,
  errors: { ...uiZh.errors, ...operatorErrorsZh },
  app: {
    name: '墨舟运营',
    sandbox: '沙盒',
    sandboxHint: '至少一个模型连接的是沙盒，生成的文字只是示例。',
    notFoundTitle: '这个页面不存在',
    notFoundHint: '地址可能写错了，或者你没有查看它的权限。',
    backHome: '回到首页',
    noAccessTitle: '你的账号没有可以查看的内容',
    noAccessHint: '请联系管理员分配角色，再重新登录。',
  },
  auth: {
    loginTitle: '登录运营后台',
    loginHint: '仅限运营、财务和管理员账号',
  },
  find: {
    open: '按编号查找',
    title: '按编号查找',
    hint: '生成、作品、小票、订单、退款、用户的编号，订单号、交易号，或 Temporal 里的流程编号。',
    label: '编号',
    go: '打开',
    nothing: '没有找到，或者你不能查看。请核对后重试。',
  },
  table: {
    from: '从',
    to: '到',
    exportCsv: '导出 CSV',
    exported: '已导出',
    exportCut: '行数太多，只导出了前 50,000 行。请缩小范围。',
    saved: '我的筛选',
    save: '保存现在的筛选',
    saveHint: '只有你自己能看到。用同一个名字保存会替换原来的。',
    saveAction: '保存',
    name: '名字',
    savedDone: '已保存',
    remove: (name: string) => `删除“${name}”`,
    removed: '已删除',
  },
  people: { deleted: '已注销' },
  roles: {
    creator: '创作者',
    operator: '运营',
    finance: '财务',
    admin: '管理员',
  } satisfies Record<Role, string> as Record<Role, string>,
  sessions: { web: '网页', admin: '后台', api: '接口' } satisfies Record<SessionDto['app'], string> as Record<
    SessionDto['app'],
    string
  >,
}

export type Dictionary = typeof zh
