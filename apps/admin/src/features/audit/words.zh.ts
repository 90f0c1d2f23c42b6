/** The audit log, in Chinese: the source dictionary. */
export const auditZh = {
  audit: {
    subtitle: '谁在什么时候改了什么，改前改后各是什么样。只能查看，不能修改。',
    search: '操作人的用户名，或对象的编号',
    anyAction: '全部操作',
    time: '时间',
    actor: '操作人',
    action: '操作',
    permission: '所用权限',
    target: '对象',
    detail: '查看改动',
    before: '改前',
    after: '改后',
    requestId: '请求编号',
    emptyTitle: '还没有操作记录',
    emptyHint: '后台的每一次修改都会记在这里。',
  },
}
