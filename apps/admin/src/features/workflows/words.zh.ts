import type { RunView } from './run-search.ts'

/** What runs in Temporal, in Chinese: the source dictionary. */
export const workflowsZh = {
  workflows: {
    subtitle: '正在 Temporal 里运行的流程，以及结束时需要人处理的流程。',
    openUi: '打开 Temporal 界面',
    search: '流程编号、类型、摘要或生成编号',
    anyTier: '全部级别',
    tierOf: { member: '会员', free: '免费' },
    id: '流程',
    type: '类型',
    status: '状态',
    business: '业务状态',
    tier: '级别',
    started: '开始时间',
    attention: '需要处理',
    emptyTitle: '现在没有运行中的流程',
    emptyHint: '有人生成文章或定时任务启动时，会出现在这里。',
    refresh: '刷新',
    view: '查看',
    views: { open: '运行中和待处理', attention: '需要处理', handled: '已处理' } satisfies Record<
      RunView,
      string
    > as Record<RunView, string>,
    handle: '处理',
    handledBy: (actor: string, time: string) => `${actor} ${time} 已处理`,
  },
}
