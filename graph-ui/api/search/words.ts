/**
 * The words of a name as search sees them: lower case, without accents; runs of letters and of digits apart, so
 * that "ResNet50", "ResNet-50" and "resnet 50" are the same.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return plain.match(/\p{L}+|\p{N}+/gu) ?? []
}
