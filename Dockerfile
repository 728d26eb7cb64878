# Debian and not Alpine: the embedded store has no build for musl on x64.
FROM node:22-bookworm-slim AS build
WORKDIR /skein
COPY package.json package-lock.json .npmrc ./
# Without scripts: `prepare` would build before the sources are here.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
COPY --from=build /skein/package.json /skein/LICENSE /skein/
COPY --from=build /skein/node_modules /skein/node_modules
COPY --from=build /skein/dist /skein/dist
COPY --from=build /skein/ingest/models /skein/ingest/models
COPY --from=build /skein/ingest/sample /skein/ingest/sample
# Where an embedded store is made if SKEIN_STORE names no server.
WORKDIR /data
RUN chown node:node /data
USER node
EXPOSE 4747
ENTRYPOINT ["node", "/skein/dist/ingest/cli.js"]
