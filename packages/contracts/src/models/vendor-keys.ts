/** Every vendor of texts there is an adapter for. Free of zod, so that a page may list them without loading it. */
export const textVendorKeys = ['openai', 'anthropic', 'baidu', 'zhipu', 'qwen'] as const
export type TextVendorKey = (typeof textVendorKeys)[number]

/** Every vendor of pictures there is an adapter for. */
export const imageVendorKeys = ['openai', 'qwen', 'zhipu', 'stability', 'automatic1111'] as const
export type ImageVendorKey = (typeof imageVendorKeys)[number]

/** Every AI vendor. */
export const vendorKeys = [...textVendorKeys, 'stability', 'automatic1111'] as const
export type VendorKey = (typeof vendorKeys)[number]
