# One image for the four services and the command line; what runs is chosen by the command. Node runs the TypeScript as it stands: there is no build step.
ARG NODE_TAG=24-bookworm-slim
FROM node:${NODE_TAG} AS install
WORKDIR /app
ENV CI=true
COPY . .
# Production dependencies only; the broker and the database are services of their own here, so the local ones are left out.
RUN npx -y pnpm@12 install --prod --frozen-lockfile --no-optional --ignore-scripts && rm -rf ~/.cache ~/.local

FROM node:${NODE_TAG}
ENV NODE_ENV=production COPYDESK_DATA=/tmp/copydesk
WORKDIR /app
COPY --from=install --chown=root:root /app /app
USER node
ENTRYPOINT ["node"]
CMD ["packages/cli/src/main.ts", "help"]
