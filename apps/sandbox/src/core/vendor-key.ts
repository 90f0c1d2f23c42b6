export const vendorKeys = ['openai', 'anthropic', 'baidu', 'zhipu', 'dashscope'] as const
export type VendorKey = (typeof vendorKeys)[number]

/** How each vendor is named to a Chinese reader. */
export const vendorNames: Record<VendorKey, string> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic（Claude）',
  baidu: '百度千帆（文心）',
  zhipu: '智谱（GLM）',
  dashscope: '阿里云百炼（通义千问）',
}

const aliases: Readonly<Record<string, VendorKey>> = {
  qwen: 'dashscope',
  claude: 'anthropic',
  qianfan: 'baidu',
  glm: 'zhipu',
}

/** Also takes the names people use for the models: `qwen` is DashScope's. */
export function findVendor(text: string): VendorKey | null {
  const name = text.trim().toLowerCase()
  return aliases[name] ?? vendorKeys.find((key) => key === name) ?? null
}
