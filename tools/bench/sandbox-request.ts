/** The same request as the adapter of the default model sends it, for `fetch`. */
export function sandboxRequest(sandboxUrl: string): [string, RequestInit] {
  return [
    `${sandboxUrl}/dashscope/compatible-mode/v1/chat/completions`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer sk-sandbox' },
      body: JSON.stringify({ model: 'qwen-plus', stream: true, stream_options: { include_usage: true }, messages }),
    },
  ]
}

const messages = [
  { role: 'system', content: '输出格式\n【标题】一行\n【摘要】一行\n【正文】Markdown 正文\n【关键词】用顿号分隔' },
  { role: 'user', content: '主题：人工智能如何改变内容创作\n关键词：创作\n字数：约300字' },
]
