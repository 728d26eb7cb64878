/** What the confidences beside statements are worth. */
export function SurenessNote() {
  return (
    <details className="sureness">
      <summary>What “sure” means</summary>
      <p>
        Of all that Skein is 90 % sure of, about nine statements in ten should be right. The figures are
        fitted to abstracts that people have annotated and no model was trained on; on texts of another kind
        they can be somewhat off. How they were measured stands in ingest/models/README.md.
      </p>
    </details>
  )
}
