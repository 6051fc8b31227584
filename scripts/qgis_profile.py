"""An empty QGIS profile that asks nothing and has the plugin switched on: for the demo, the desktop stories, the pictures."""

from __future__ import annotations

from pathlib import Path

INI = """[PythonPlugins]
diwi_qgis=true
processing=true
[qgis]
checkVersion=false
showTips322=false
showTips340=false
showTips344=false
askToSaveProjectChanges=false
askToDeleteLayers=false
hideSplash=true
[app]
askToSaveMemoryLayers=false
plugin_installer\\checkOnStart=false
[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
[locale]
overrideFlag=true
userLocale={locale}
[migration]
fileVersion=2
settings=true
firstRunVersionFlag=99999
[fonts]
downloadMissingFonts=false
[UI]
UITheme={theme}
"""


def make_profile(folder: Path, locale: str = "nl", theme: str = "default") -> Path:
    """Make the profile in `folder` (for QGIS' `--profiles-path`); gives the folder to put the plugin in.

    `theme` is one of QGIS' own ("default", "Night Mapping", "Blend of Gray").
    """
    profile = folder / "profiles" / "default"
    plugins = profile / "python" / "plugins"
    plugins.mkdir(parents=True)
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(INI.format(locale=locale, theme=theme), encoding="utf8")
    return plugins
