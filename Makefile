# 案例集的全部命令；只需要 Python 3.11 以上、make 和 git。直接写 make 会列出它们。
# Every command of the project; `make` lists them.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Hundreds of tests start a Python of their own, which would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOPING := $(VENV)/.developing
UV := uv==0.13.9
N ?= 1000 10000 17832

.PHONY: help site test quick soak screenshots pictures fonts lint bench bench-check bundle requirements venv developing browser checker office ghostscript clean

help: ## 列出全部命令 · list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: venv ## 检查全部案例，生成 site/ · check all cases and build site/
	$(BIN)/anliji build

test: developing browser ## 运行全部测试 · run all tests
	$(BIN)/python -m pytest

quick: developing ## 运行不开浏览器、不排书、不生成整个网站的测试 · run the tests without a browser, books and whole sites
	$(BIN)/python -m pytest -m "not browser and not book and not build" --ignore=tests/browser --ignore=tests/book

soak: developing browser checker office ghostscript ## 运行很久的测试，平时只运行其中十分之一 · run all of the long tests, of which a tenth runs otherwise
	$(BIN)/python -m pytest --soak -rs -m "sampled or hypothesis"

screenshots: developing browser ## 给每种页面拍照，放进 .cache/screenshots/（ONLY=home 只拍几种）· take pictures of every page kind
	$(BIN)/python -m tests.browser.screenshots $(if $(ONLY),--only $(ONLY))

pictures: developing browser ## 重新画手册里的插图，要有 LibreOffice 和 pdftoppm · draw the handbook's pictures of files anew
	$(BIN)/python -m tests.handbook_pictures

fonts: developing ## 重新做 theme/fonts/ 里的粗体，要有 npm · make the bold fonts anew from the pinned package
	$(BIN)/python .ci/fonts.py

lint: developing ## 检查代码的写法和类型 · check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: developing ## 与 Hugo 等比较（N="1000" 只跑一种规模，OPTIONS 见 tests/bench/README.md）· compare with Hugo and others
	$(BIN)/python -m tests.bench.bench $(N) $(OPTIONS)

bench-check: developing ## 生成网站不比记录的慢、不比记录的大（KEEP="原因" 记下降低的数）· costs no more than kept.json allows
	$(BIN)/python -m tests.bench.check $(if $(KEEP),--keep "$(KEEP)")

bundle: developing ## 做一个没有网络也能安装的压缩包，放进 dist/ · make a zip in dist/ that installs without internet
	$(BIN)/python .ci/bundle.py dist

COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header
ALL := .cache/requirements.txt

# The second file is what developers need besides: everything, without what the first has in the same words.
requirements: $(BIN)/pip ## 按 pyproject.toml 重写 requirements.txt 和 requirements-dev.txt · pin everything anew
	$(BIN)/pip install --quiet --disable-pip-version-check $(UV)
	$(COMPILE) pyproject.toml --extra install -o requirements.txt
	@mkdir -p $(dir $(ALL)) && touch requirements-dev.txt && cat requirements.txt requirements-dev.txt > $(ALL)
	$(COMPILE) pyproject.toml --extra install --extra cluster --extra dev -c requirements.txt -o $(ALL)
	awk 'NR == FNR { first[$$0]; next } /^[^ ]/ { known = $$0 in first } !known' requirements.txt $(ALL) > requirements-dev.txt

venv: $(INSTALLED) ## 准备 .venv，能生成网站 · set up .venv for building sites

developing: $(DEVELOPING) ## 在 .venv 里再装上测试用的 · add what tests need to .venv

browser: developing ## 找到或装上测试用的浏览器 · find or install a browser for the tests
	$(BIN)/python tests/browser/browser.py

checker: developing
	@$(BIN)/python tests/html_checker.py

office: developing
	@$(BIN)/python -m tests.office_program

ghostscript: developing
	@$(BIN)/python -m tests.ghostscript

clean: ## 删除生成的文件（保留 .venv）· remove what was made, but .venv
	rm -rf site dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The stamp is written last, so a broken installation is tried again.
$(INSTALLED): requirements.txt pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(DEVELOPING): requirements-dev.txt $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-dev.txt
	touch $@

# Debian and Ubuntu keep the part of Python that makes environments in a package of its own; root may install it.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo '需要 Python 3.11 或更新的版本；装好后也可以写 make PYTHON=python3.12。'; \
	  echo 'Python 3.11 or newer is needed; name another one with make PYTHON=python3.12.'; \
	  exit 2; } >&2
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes python3-venv >/dev/null; } || { \
	  echo '这个 Python 不能建立虚拟环境，请先安装：apt-get install python3-venv'; \
	  echo 'This Python cannot make environments; install first: apt-get install python3-venv'; \
	  exit 2; } >&2
	$(PYTHON) -m venv $(VENV)
