/** Who takes how much space, in Chinese: the source dictionary. */
export const storageZh = {
  storage: {
    subtitle: '谁的文件占了多少空间，多的在前。文件内容只有本人能看。',
    search: '搜索用户名或邮箱',
    user: '用户',
    used: '已用',
    share: '占上限',
    files: '文件',
    trash: '其中回收站里的',
    held: '上传中占着',
    people: '有文件的用户',
    allUsed: '用户合计',
    stored: '实际存储',
    storedHint: (blobs: string) => `${blobs} 份内容，相同的只存一份`,
    emptyTitle: '还没有人存文件',
    emptyHint: '有人上传文件或生成图片后，这里会列出来。',
  },
}
