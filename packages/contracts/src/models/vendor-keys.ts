/** Every AI vendor there is an adapter for. Free of zod, so that a page may list them without loading it. */
export const vendorKeys = ['openai', 'anthropic', 'baidu', 'zhipu', 'qwen'] as const
export type VendorKey = (typeof vendorKeys)[number]
