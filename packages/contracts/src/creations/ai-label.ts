/**
 * Ends what leaves the platform, as a file or as a copy. Names what article 4 of the CAC labelling measures and GB 45438-2025 ask for: AI,
 * and that it generated. In Chinese in every language of the apps: it is for whoever reads the text.
 */
export const aiLabel = '本内容由人工智能（AI）生成'
