import type { SplitBody } from '../../generated/Publish/contract.js';

/** Takes the text apart as it comes. A form feed behind the last page begins no further one. */
export const run: SplitBody = async ({ upload, context }) => {
  const decoder = new TextDecoder();
  const pages: string[] = [];
  let rest = '';
  for await (const bytes of upload.stream()) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\f');
    rest += first;
    for (const page of others) {
      pages.push(rest);
      rest = page;
    }
  }
  rest += decoder.decode();
  if (pages.length === 0 || rest.trim() !== '') pages.push(rest);
  context.logger.info('split', { bytes: upload.size, pages: pages.length });
  return pages;
};
